package io.paymentsengine.suite.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.client.Account;
import io.paymentsengine.suite.client.Amount;
import io.paymentsengine.suite.client.Answer;
import io.paymentsengine.suite.client.NewAccount;
import io.paymentsengine.suite.client.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Calls account-service as a bank clerk does: opens an account, deposits, freezes, unfreezes and looks it
/// up; opens another account and closes it.
final class AccountCalls implements Provocation {

    private static final Amount DEPOSIT = new Amount("12.34", "EUR");

    private final Tenant tenant;
    private final List<Deposit> deposits = new ArrayList<>();

    AccountCalls(Stage stage) {
        this.tenant = Tenant.standard(stage.suite());
    }

    /// A deposit of [#DEPOSIT]; each account gets only one.
    private record Deposit(String account, String key) {}

    @Override
    public void provoke() {
        Account kept = post("", NewAccount.in("EUR")).expecting(201).as(Account.class);
        Deposit deposit = new Deposit(kept.id(), UUID.randomUUID().toString());
        deposits.add(deposit);
        post(deposit);
        post("/" + kept.id() + "/freeze", null);
        post("/" + kept.id() + "/unfreeze", null);
        post("/lookup", Map.of("accounts", List.of(kept.id())));
        Account closed = post("", NewAccount.in("EUR")).expecting(201).as(Account.class);
        post("/" + closed.id() + "/close", null);
    }

    /// Repeats each deposit with the same key, as a client without an answer does. The account must have got
    /// it once.
    @Override
    public void conclude() {
        for (Deposit deposit : deposits) {
            post(deposit).expecting(200, 201);
            assertThat(tenant.account(deposit.account()).balance()).isEqualTo(DEPOSIT);
        }
    }

    private Answer post(Deposit deposit) {
        return post(
                "/" + deposit.account() + "/deposits",
                Map.of("amount", DEPOSIT),
                Tenant.IDEMPOTENCY_KEY,
                deposit.key());
    }

    private Answer post(String path, @Nullable Object body, String... headers) {
        return tenant.caller().post(Service.ACCOUNT_SERVICE, Tenant.ACCOUNTS + path, body, headers);
    }
}

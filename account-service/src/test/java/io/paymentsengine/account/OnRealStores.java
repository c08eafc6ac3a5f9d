package io.paymentsengine.account;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.localstack.testing.Reads;
import io.paymentsengine.localstack.testing.Stores;
import io.paymentsengine.localstack.testing.WithStores;
import io.paymentsengine.platform.ids.Ids;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The whole service with its stores. All such tests share one application context and don't clean
/// up: each works with accounts and payments of its own.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "payments.messaging.consumers=3",
            "payments.messaging.sweep-interval=200ms",
            "payments.messaging.sweep-min-age=1s"
        })
@WithStores(database = "accounts")
public abstract class OnRealStores {

    static final TenantId STD = new TenantId("STD-001");
    static final TenantId NED = new TenantId("NED-001");

    @Autowired protected Stores stores;

    @LocalServerPort int port;

    /// A client that calls the service for this tenant.
    Rest rest(TenantId tenant) {
        return new Rest("http://localhost:" + port, tenant.value());
    }

    /// Reads everything, whatever row-level security says.
    JdbcClient everything() {
        return JdbcClient.create(stores.database("accounts").asSuperuser());
    }

    /// What a query reads at most; what it writes is rolled back.
    static Reads mostReads(TransactionTemplate transaction, JdbcTemplate jdbc, Runnable query) {
        ConnectionCallback<Reads> queries = connection -> Reads.mostOf(connection, query);
        return requireNonNull(
                transaction.execute(
                        status -> {
                            status.setRollbackOnly();
                            return jdbc.execute(queries);
                        }));
    }

    /// Asserts the balance, reserved and available amounts of one of STD-001's accounts.
    void assertFunds(AccountId account, String balance, String reserved, String available) {
        assertThat(fundsOf(account)).containsExactly(balance, reserved, available);
    }

    /// Balance, reserved and available amounts of one of STD-001's accounts.
    List<String> fundsOf(AccountId account) {
        Rest.Answer answer = rest(STD).account(account);
        return List.of(
                answer.amount("balance"), answer.amount("reserved"), answer.amount("available"));
    }

    static PaymentId newPayment() {
        return new PaymentId(Ids.next());
    }

    static AccountId noAccount() {
        return new AccountId(Ids.next());
    }

    static Money eur(long cents) {
        return Money.of(cents, "EUR");
    }
}

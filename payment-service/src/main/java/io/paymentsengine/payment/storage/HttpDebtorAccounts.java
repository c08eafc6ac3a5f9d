package io.paymentsengine.payment.storage;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.application.DebtorAccounts;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/// Fetches accounts over HTTP and passes account-service's cursor on unchanged.
@Component
class HttpDebtorAccounts implements DebtorAccounts {

    private static final String OPEN = "OPEN";

    private final AccountService accounts;

    HttpDebtorAccounts(AccountService accounts) {
        this.accounts = accounts;
    }

    @Override
    public Optional<Accounts> list(TenantId tenant, int limit, Optional<String> cursor) {
        try {
            AccountService.Page page =
                    accounts.list(tenant.value(), OPEN, limit, cursor.orElse(null));
            return Optional.of(
                    new Accounts(
                            page.items().stream().map(HttpDebtorAccounts::debtor).toList(),
                            Optional.ofNullable(page.next())));
        } catch (HttpClientErrorException.BadRequest refused) {
            return Optional.empty();
        }
    }

    private static DebtorAccount debtor(AccountService.Account account) {
        return new DebtorAccount(account.id(), account.name(), account.available().toMoney());
    }
}

package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.util.List;
import java.util.Optional;

/// The accounts that payments can be made from. account-service owns them.
public interface DebtorAccounts {

    /// An account that a tenant may pay from.
    ///
    /// @param available the amount that can be paid from it now
    record DebtorAccount(AccountId id, String name, Money available) {}

    /// One page of accounts.
    ///
    /// @param next cursor of the following page, if there is one
    record Accounts(List<DebtorAccount> accounts, Optional<String> next) {}

    /// Returns a page of the tenant's open accounts, or empty if account-service rejects the
    /// request, which means an invalid cursor.
    Optional<Accounts> list(TenantId tenant, int limit, Optional<String> cursor);
}

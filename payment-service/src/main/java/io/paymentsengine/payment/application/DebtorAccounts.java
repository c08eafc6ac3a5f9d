package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.util.List;
import java.util.Optional;

/// The accounts that payments can be made from, which account-service keeps.
public interface DebtorAccounts {

    /// An account that a tenant may pay from.
    ///
    /// @param available what can be paid from it now
    record DebtorAccount(AccountId id, String name, Money available) {}

    /// One page.
    ///
    /// @param next the cursor of the page behind it, where there is one
    record Accounts(List<DebtorAccount> accounts, Optional<String> next) {}

    /// A page of the tenant's open accounts, or nothing where the cursor is none.
    Optional<Accounts> list(TenantId tenant, int limit, Optional<String> cursor);
}

package io.paymentsengine.account.application;

import io.paymentsengine.account.domain.Account;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// Access to many accounts at once.
public interface Directory {

    /// Which accounts to list.
    record Filter(
            Account.Kind kind, Optional<Account.Status> status, Optional<Currency> currency) {}

    /// An account with the reference by which it was requested.
    record Listing(AccountReference reference, Account account) {}

    /// A tenant's accounts in the order in which they were opened.
    ///
    /// @param after the last account of the previous page, or empty for the first page
    /// @param rows maximum number of accounts
    List<Account> list(TenantId tenant, Filter filter, Optional<AccountId> after, int rows);

    /// The customers' accounts of the tenant among those referenced.
    List<Listing> lookUp(TenantId tenant, Collection<AccountReference> references);
}

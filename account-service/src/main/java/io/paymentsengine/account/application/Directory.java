package io.paymentsengine.account.application;

import io.paymentsengine.account.domain.Account;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// Many accounts at once.
public interface Directory {

    /// Which accounts are listed.
    record Filter(
            Account.Kind kind, Optional<Account.Status> status, Optional<Currency> currency) {}

    /// An account under the name by which it was asked for.
    record Listing(AccountReference reference, Account account) {}

    /// A tenant's accounts in the order in which they were opened.
    ///
    /// @param after the last account of the page before, or nothing for the first page
    /// @param rows at most so many
    List<Account> list(TenantId tenant, Filter filter, Optional<AccountId> after, int rows);

    /// Those of these customers' accounts that the tenant has.
    List<Listing> lookUp(TenantId tenant, Collection<AccountReference> references);
}

package io.paymentsengine.account.application;

import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.util.Currency;
import java.util.Optional;

/// Access to single accounts.
public interface Accounts {

    Optional<Account> find(AccountKey key);

    /// The tenant's own account from which deposits in this currency come, if it exists yet.
    Optional<Account> findFunding(TenantId tenant, Currency currency);

    /// The account, locked against changes by others until the transaction ends.
    Optional<Account> lock(AccountKey key);

    /// Adds a new account, unless the tenant already has one with its IBAN or, for a funding
    /// account, one in its currency.
    ///
    /// @return whether it was added
    boolean add(Account account);

    /// Stores the new status of a locked account.
    void changeStatus(Account account);
}

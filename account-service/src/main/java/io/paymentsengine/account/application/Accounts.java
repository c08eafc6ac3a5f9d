package io.paymentsengine.account.application;

import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.util.Currency;
import java.util.Optional;

/// The accounts, one at a time.
public interface Accounts {

    Optional<Account> find(AccountKey key);

    /// The tenant's own account from which deposits in this currency come, if there is one yet.
    Optional<Account> findFunding(TenantId tenant, Currency currency);

    /// The account, which nobody else changes until the transaction ends.
    Optional<Account> lock(AccountKey key);

    /// Adds a new account, unless the tenant has one with its IBAN or, for a funding account, one of
    /// its currency.
    ///
    /// @return whether it was added
    boolean add(Account account);

    /// Keeps a locked account's new status.
    void changeStatus(Account account);
}

package io.paymentsengine.account.application;

import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.AccountKey;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Finds one account.
@Service
public class FindAccount {

    private final Accounts accounts;

    FindAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(AccountKey key) {
        return accounts.find(key);
    }
}

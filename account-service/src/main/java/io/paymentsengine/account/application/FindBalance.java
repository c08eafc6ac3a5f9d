package io.paymentsengine.account.application;

import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.contracts.vocabulary.Money;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tells an account's balance at any time.
@Service
public class FindBalance {

    private final Accounts accounts;
    private final Statements statements;

    FindBalance(Accounts accounts, Statements statements) {
        this.accounts = accounts;
        this.statements = statements;
    }

    /// What the entries up to and with this time come to, or nothing if there is no such account.
    @Transactional(readOnly = true)
    public Optional<Money> find(AccountKey key, Instant at) {
        return accounts.find(key).map(account -> balanceOf(account, at));
    }

    private Money balanceOf(Account account, Instant at) {
        return statements
                .balanceAt(account.key(), at)
                .orElseGet(() -> Money.zero(account.funds().currency()));
    }
}

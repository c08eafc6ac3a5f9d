package io.paymentsengine.account.application;

import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.contracts.vocabulary.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Finds an account's balance at any time.
@Service
public class FindBalance {

    private final Accounts accounts;
    private final Statements statements;
    private final Clock clock;

    FindBalance(Accounts accounts, Statements statements, Clock clock) {
        this.accounts = accounts;
        this.statements = statements;
        this.clock = clock;
    }

    /// A balance, and the time at which it applies.
    public record Balance(Money amount, Instant at) {}

    /// The sum of the entries up to and including this time, or of all entries if no time is given; empty if
    /// there is no such account.
    @Transactional(readOnly = true)
    public Optional<Balance> find(AccountKey key, Optional<Instant> at) {
        Instant now = clock.instant();
        return accounts.find(key)
                .map(
                        account ->
                                at.map(time -> balanceAt(account, time))
                                        .orElseGet(() -> balanceNow(account, now)));
    }

    private Balance balanceAt(Account account, Instant time) {
        Money amount =
                statements
                        .balanceAt(account.key(), time)
                        .orElseGet(() -> Money.zero(account.funds().currency()));
        return new Balance(amount, time);
    }

    /// The last entry may have been booked by a clock that is ahead of this one. It counts, so the balance
    /// then has the time of that entry.
    private static Balance balanceNow(Account account, Instant now) {
        Instant last = account.lastEntryAt();
        return new Balance(account.funds().balance(), last.isAfter(now) ? last : now);
    }
}

package io.paymentsengine.account.application;

import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.Account.StatusChange;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.account.domain.Refusal;
import io.paymentsengine.platform.transactions.AfterCommit;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Freezes, unfreezes or closes a customer's account.
@Service
public class ChangeAccount {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeAccount.class);

    private final Accounts accounts;

    ChangeAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    /// The result of a change.
    public sealed interface Outcome {

        record Changed(Account account) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /// Changes an account's status, if the account allows it.
    ///
    /// @param move one of the account's own methods, such as `Account::freeze`
    @Transactional
    public Outcome change(AccountKey key, Function<Account, StatusChange> move) {
        Optional<Account> before = accounts.lock(key).filter(Account::isCustomers);
        return before.isEmpty()
                ? new Outcome.Unknown()
                : switch (move.apply(before.get())) {
                    case StatusChange.Changed(Account after) -> keep(before.get(), after);
                    case StatusChange.Refused(Refusal refusal) -> new Outcome.Refused(refusal);
                };
    }

    private Outcome keep(Account before, Account after) {
        if (after.status() != before.status()) {
            accounts.changeStatus(after);
            AfterCommit.run(
                    () -> LOG.info("Account {} is {} now", after.key().id(), after.status()));
        }
        return new Outcome.Changed(after);
    }
}

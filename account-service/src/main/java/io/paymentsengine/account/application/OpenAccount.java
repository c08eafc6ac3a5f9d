package io.paymentsengine.account.application;

import io.paymentsengine.account.domain.Account;
import io.paymentsengine.platform.transactions.AfterCommit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Opens an account.
@Service
public class OpenAccount {

    private static final Logger LOG = LoggerFactory.getLogger(OpenAccount.class);

    private final Accounts accounts;

    OpenAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    /// The result of opening an account.
    public sealed interface Outcome {

        record Opened(Account account) implements Outcome {}

        /// Another account of the tenant has the IBAN.
        record IbanTaken() implements Outcome {}
    }

    @Transactional
    public Outcome open(Account account) {
        if (!accounts.add(account)) {
            return new Outcome.IbanTaken();
        }
        AfterCommit.run(() -> LOG.info("Account {} opened", account.key().id()));
        return new Outcome.Opened(account);
    }
}

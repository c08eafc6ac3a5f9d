package io.paymentsengine.account.application;

import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.account.domain.Books;
import io.paymentsengine.account.domain.PaymentKey;
import java.time.Instant;
import java.util.Set;

/// Where the books are kept. A batch opens them, decides, and writes what has changed: a fixed number
/// of statements, however large it is.
public interface Ledgers {

    /// What the books say about these accounts and payments. Nobody else books on the accounts until
    /// the transaction ends; whoever opens several waits for them in the same order as all others.
    Books open(Set<AccountKey> accounts, Set<PaymentKey> payments);

    /// Writes down what has changed since they were opened.
    void write(Books.Changes changes, Instant at);
}

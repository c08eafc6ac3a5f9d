package io.paymentsengine.account.application;

import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.account.domain.Books;
import io.paymentsengine.account.domain.PaymentKey;
import java.time.Instant;
import java.util.Set;

/// Storage of the books. A batch opens them, decides, and writes what has changed, with a fixed
/// number of statements however large the batch is.
public interface Ledgers {

    /// The state of these accounts and payments. The accounts are locked against bookings by others
    /// until the transaction ends, and always in the same order.
    Books open(Set<AccountKey> accounts, Set<PaymentKey> payments);

    /// Writes what has changed since the books were opened.
    void write(Books.Changes changes, Instant at);
}

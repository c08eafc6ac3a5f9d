package io.paymentsengine.account.application;

import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.account.domain.Transfer.Entry;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Access to what has been booked.
public interface Statements {

    /// One entry, its transfer and, if it was one, its payment.
    record Line(Entry entry, UUID transfer, Optional<PaymentId> payment, Instant at) {}

    /// Which lines to read, newest first.
    ///
    /// @param from not before this time
    /// @param to before this time
    /// @param after the last line of the previous page
    record Range(Optional<Instant> from, Optional<Instant> to, Optional<Position> after) {}

    /// The position of a line on its account.
    record Position(Instant at, long sequence) {}

    /// The transfer by which a deposit was booked, and when.
    record Deposited(UUID transfer, Instant at) {}

    /// A page of an account's lines.
    List<Line> read(AccountKey account, Range range, int rows);

    /// An account's line of one transfer.
    Optional<Line> find(AccountKey account, Deposited transfer);

    /// The balance of the account's entries at this time; empty if there was no entry yet.
    Optional<Money> balanceAt(AccountKey account, Instant at);

    /// The deposit that was made under this key, if any. Other transactions that ask for the same
    /// key wait until this one ends.
    Optional<Deposited> claim(TenantId tenant, String depositKey);
}

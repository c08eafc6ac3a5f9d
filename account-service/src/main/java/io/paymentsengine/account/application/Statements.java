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

/// What has been booked.
public interface Statements {

    /// One entry and what it was for.
    record Line(Entry entry, UUID transfer, Optional<PaymentId> payment, Instant at) {}

    /// Which lines are read, newest first.
    ///
    /// @param from not before this time
    /// @param to before this time
    /// @param after the last line of the page before
    record Range(Optional<Instant> from, Optional<Instant> to, Optional<Position> after) {}

    /// Where a line stands on its account.
    record Position(Instant at, long sequence) {}

    /// When a deposit was booked, and as which transfer.
    record Deposited(UUID transfer, Instant at) {}

    /// A page of an account's lines.
    List<Line> read(AccountKey account, Range range, int rows);

    /// An account's line of one transfer.
    Optional<Line> find(AccountKey account, Deposited transfer);

    /// What the account's entries came to at this time; nothing where there was none yet.
    Optional<Money> balanceAt(AccountKey account, Instant at);

    /// The deposit that was made under this key, if any. Whoever else asks for the same key waits
    /// until the transaction ends.
    Optional<Deposited> claim(TenantId tenant, String depositKey);
}

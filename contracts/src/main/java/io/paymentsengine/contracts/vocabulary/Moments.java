package io.paymentsengine.contracts.vocabulary;

import java.time.Instant;
import java.util.UUID;

/// Time and identifiers are one order: the first 48 bits of a UUIDv7 are its millisecond. So a span
/// of time is a range of identifiers, and a list by time needs no index but the primary key.
public final class Moments {

    private static final int BITS_BEHIND_THE_MILLISECOND = 16;
    private static final long MILLISECOND_MAX = (1L << 48) - 1;

    private Moments() {}

    /// When the identifier was made.
    public static Instant of(PaymentId id) {
        return Instant.ofEpochMilli(
                id.value().getMostSignificantBits() >>> BITS_BEHIND_THE_MILLISECOND);
    }

    /// The least of the identifiers that can be made at this time or later. A time that no identifier
    /// can have counts as the nearest that one can.
    public static PaymentId firstAt(Instant at) {
        long exact = at.toEpochMilli();
        boolean begun = at.isAfter(Instant.ofEpochMilli(exact));
        long millisecond = Math.clamp(begun ? exact + 1 : exact, 0, MILLISECOND_MAX);
        return new PaymentId(new UUID(millisecond << BITS_BEHIND_THE_MILLISECOND, 0));
    }
}

package io.paymentsengine.contracts.vocabulary;

import java.time.Instant;
import java.util.UUID;

/// Converts between time and identifiers. The first 48 bits of a UUIDv7 are a timestamp in
/// milliseconds, so a time span is a range of identifiers, and a list by time needs no index other
/// than the primary key.
public final class Moments {

    private static final int BITS_BEHIND_THE_MILLISECOND = 16;
    private static final long MILLISECOND_MAX = (1L << 48) - 1;

    private Moments() {}

    /// When the identifier was generated.
    public static Instant of(PaymentId id) {
        return Instant.ofEpochMilli(
                id.value().getMostSignificantBits() >>> BITS_BEHIND_THE_MILLISECOND);
    }

    /// The smallest identifier that can be generated at this time or later. A time outside the range
    /// of identifiers is clamped to the nearest one inside it.
    public static PaymentId firstAt(Instant at) {
        long exact = at.toEpochMilli();
        boolean begun = at.isAfter(Instant.ofEpochMilli(exact));
        long millisecond = Math.clamp(begun ? exact + 1 : exact, 0, MILLISECOND_MAX);
        return new PaymentId(new UUID(millisecond << BITS_BEHIND_THE_MILLISECOND, 0));
    }
}

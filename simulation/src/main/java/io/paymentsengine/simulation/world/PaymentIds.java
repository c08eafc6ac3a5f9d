package io.paymentsengine.simulation.world;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/// Generates UUIDv7 ids from the world's own clock; the same world gets the same ids.
final class PaymentIds implements Supplier<PaymentId> {

    private static final int BITS_BEHIND_THE_MILLISECOND = 16;
    private static final long VERSION = 0x7000;
    private static final long VARIANT = 1L << 63;

    private final Clock clock;
    private long made;

    PaymentIds(Clock clock) {
        this.clock = clock;
    }

    void reset() {
        made = 0;
    }

    @Override
    public PaymentId get() {
        long time = clock.millis() << BITS_BEHIND_THE_MILLISECOND | VERSION;
        return new PaymentId(new UUID(time, VARIANT | ++made));
    }
}

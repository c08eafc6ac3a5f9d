package io.paymentsengine.saga.domain;

import io.paymentsengine.contracts.vocabulary.RejectionReason;
import java.time.Duration;
import java.time.Instant;

/// Values that tests of sagas share.
final class Sample {

    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    static final Timeouts TIMEOUTS =
            new Timeouts(
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(5));

    static final RejectionReason REASON = new RejectionReason("NOT_LIKED", "It is not liked.");

    private Sample() {}
}

package io.paymentsengine.simulation.fate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The only clock of a world. It moves only when told to.
public final class SimulatedClock extends Clock {

    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private Instant now = BEGINNING;

    public void reset() {
        now = BEGINNING;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    /// Moves the clock to this moment, unless it is already past it.
    public void passUntil(Instant moment) {
        if (moment.isAfter(now)) {
            now = moment;
        }
    }

    /// Time since the world began.
    public Duration age() {
        return Duration.between(BEGINNING, now);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a world has one zone");
    }
}

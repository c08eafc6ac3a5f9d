package io.paymentsengine.suite.campaign;

import java.util.concurrent.TimeUnit;

/// Tells the milliseconds since it was made, whatever becomes of the wall clock.
final class Stopwatch {

    private final long start = System.nanoTime();

    long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}

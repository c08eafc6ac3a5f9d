package io.paymentsengine.suite.campaign;

import java.util.concurrent.TimeUnit;

/// Milliseconds since it was created, independent of the wall clock.
final class Stopwatch {

    private final long start = System.nanoTime();

    long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}

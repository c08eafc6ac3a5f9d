package io.paymentsengine.suite.campaign;

/// A time, in milliseconds of the stopwatch, both ends included.
record Span(long from, long to) {

    boolean overlaps(Span other) {
        return from <= other.to && other.from <= to;
    }
}

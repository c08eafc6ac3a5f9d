package io.paymentsengine.suite.campaign;

/// A period in milliseconds of the stopwatch, including both ends.
record Span(long from, long to) {

    boolean overlaps(Span other) {
        return from <= other.to && other.from <= to;
    }
}

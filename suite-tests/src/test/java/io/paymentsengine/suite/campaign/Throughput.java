package io.paymentsengine.suite.campaign;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// The times at which payments ended, as their clients saw them.
final class Throughput {

    private static final int SECOND = 1_000;

    /// Long enough that the answers which all clients get at once, when a fault ends, do not look like a
    /// recovery.
    private static final int STRETCH = 2 * SECOND;

    private static final int STEP = 100;
    private static final double BACK = 0.9;

    private final long[] ends;

    /// @param ends milliseconds since the start
    Throughput(LongStream ends) {
        this.ends = ends.sorted().toArray();
    }

    int count() {
        return ends.length;
    }

    /// The median over the whole seconds between two moments, in payments per second.
    double median(long from, long to) {
        long[] seconds =
                LongStream.iterate(from, second -> second + SECOND <= to, second -> second + SECOND)
                        .map(second -> between(second, second + SECOND))
                        .sorted()
                        .toArray();
        if (seconds.length == 0) {
            return 0;
        }
        int middle = seconds.length / 2;
        return seconds.length % 2 == 1
                ? seconds[middle]
                : (seconds[middle - 1] + seconds[middle]) / 2.0;
    }

    /// How many payments ended in each second, up to the last end.
    List<Long> perSecond() {
        long last = ends.length == 0 ? -1 : ends[ends.length - 1];
        return LongStream.iterate(0, second -> second <= last, second -> second + SECOND)
                .map(second -> between(second, second + SECOND))
                .boxed()
                .toList();
    }

    /// How long after a moment the rate became usual, for two seconds in a row.
    ///
    /// @param usual payments per second
    /// @param now the end of what is known
    Optional<Duration> backAfter(long moment, double usual, long now) {
        return LongStream.iterate(moment, start -> start + STRETCH <= now, start -> start + STEP)
                .filter(start -> rate(start, start + STRETCH) >= BACK * usual)
                .mapToObj(start -> Duration.ofMillis(start - moment))
                .findFirst();
    }

    /// Payments per second.
    double rate(long from, long to) {
        return between(from, to) * (double) SECOND / (to - from);
    }

    private long between(long from, long to) {
        return (long) firstAt(to) - firstAt(from);
    }

    private int firstAt(long moment) {
        int found = Arrays.binarySearch(ends, moment);
        while (found > 0 && ends[found - 1] == moment) {
            found--;
        }
        return found < 0 ? -found - 1 : found;
    }
}

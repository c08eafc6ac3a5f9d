package io.paymentsengine.suite.load;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// What a service had used by the time it was ready.
///
/// @param cpuSeconds CPU seconds in user and kernel mode
/// @param seconds elapsed seconds
/// @param resident resident memory in MiB
record Start(double cpuSeconds, double seconds, double resident) {

    static final String HEAD =
            "%-20s %26s %6s %20s %16s %6s"
                    .formatted(
                            "",
                            "CPU s with, without, ratio",
                            "target",
                            "clock s with, without",
                            "MiB with, without",
                            "cache");

    private static final double CPU_SECONDS_MAX = 4;
    private static final double RATIO_MAX = 0.4;

    /// The median of each figure separately.
    static Start median(List<Start> starts) {
        return new Start(
                median(starts, Start::cpuSeconds),
                median(starts, Start::seconds),
                median(starts, Start::resident));
    }

    /// One line of the table, which compares this start with one without the cache.
    String line(String name, Start without, long cacheMebibytes) {
        double ratio = cpuSeconds / without.cpuSeconds;
        boolean met = cpuSeconds <= CPU_SECONDS_MAX && ratio <= RATIO_MAX;
        return String.format(
                Locale.ROOT,
                "%-20s %8.1f %8.1f %8.2f %6s %10.1f %9.1f %8.0f %8.0f %5d",
                name,
                cpuSeconds,
                without.cpuSeconds,
                ratio,
                met ? "met" : "missed",
                seconds,
                without.seconds,
                resident,
                without.resident,
                cacheMebibytes);
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> figure) {
        double[] sorted = starts.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}

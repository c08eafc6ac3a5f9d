package io.paymentsengine.suite.load;

import io.paymentsengine.suite.load.Round.Ask;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// A long round at constant load, and what grew during it.
///
/// @param round the round as a whole
/// @param earlyMebibytes resident memory of each process after the first stretch
record Sustained(Round round, Map<String, Double> earlyMebibytes) {

    /// The number of stretches that its time is divided into; those of an hour are ten minutes each.
    static final int STRETCHES = 6;

    /// Its rate, as a share of the maximum throughput.
    static final double SHARE = 0.7;

    /// The ratio of the 99th percentile in the last stretch to that in the first.
    double growthOfP99(Ask ask) {
        return Objects.requireNonNull(round.sent().get(ask)).growthAt(99);
    }

    /// How much the resident memory of each process has grown since the first stretch, in percent; empty if
    /// the system does not report it.
    Map<String, Double> memoryGained() {
        Map<String, Double> gained = new TreeMap<>();
        earlyMebibytes.forEach(
                (process, early) -> {
                    double now = round.residentMebibytes().getOrDefault(process, 0.0);
                    gained.put(process, 100 * (now - early) / early);
                });
        return gained;
    }
}

package io.paymentsengine.suite.load;

import io.paymentsengine.suite.load.Round.Ask;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Load that goes on for long, and what grew meanwhile.
///
/// @param round the whole of it
/// @param earlyMebibytes resident memory of each process after the first of its stretches
record Sustained(Round round, Map<String, Double> earlyMebibytes) {

    /// In how many parts its time is looked at: of an hour, ten minutes each.
    static final int STRETCHES = 6;

    /// The share of the maximum that it asks for.
    static final double SHARE = 0.7;

    /// How many times as long 99 % of these requests took at most in the last stretch as in the first.
    double growthOfP99(Ask ask) {
        return Objects.requireNonNull(round.sent().get(ask)).growthAt(99);
    }

    /// What each process has gained of resident memory since the first stretch, in percent; empty where the
    /// system doesn't tell.
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

package io.paymentsengine.suite.campaign;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/// One run of the campaign: which faults, in the order that a seed gives, for how long.
///
/// @param clients that make payments meanwhile
record Run(String name, long seed, List<Fault> faults, Duration length, int clients) {

    Run {
        faults = List.copyOf(faults);
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("a run without a fault shows nothing");
        }
    }

    /// Orders are of chance too, and of another than what the seed makes besides.
    Random chance() {
        return new Random(31 * seed + name.hashCode());
    }

    boolean needsSmallDisk() {
        return faults.stream().anyMatch(Fault::needsSmallDisk);
    }

    /// What came of it.
    ///
    /// @param course when payments ended
    /// @param wrong what was not as promised, each in a line; empty after a good run
    record Result(Run run, List<Observed> faults, Throughput course, List<String> wrong) {

        Result {
            faults = List.copyOf(faults);
            wrong = List.copyOf(wrong);
        }

        /// How many ended.
        int payments() {
            return course.count();
        }

        boolean isGood() {
            return wrong.isEmpty();
        }
    }
}

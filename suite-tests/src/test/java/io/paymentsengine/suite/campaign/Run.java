package io.paymentsengine.suite.campaign;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/// One run of the campaign: the faults to choose from, the seed of their order, and the duration.
///
/// @param clients how many clients make payments in the meantime
record Run(String name, long seed, List<Fault> faults, Duration length, int clients) {

    Run {
        faults = List.copyOf(faults);
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("a run needs a fault");
        }
    }

    /// Random numbers for the orders, independent of those for the schedule.
    Random chance() {
        return new Random(31 * seed + name.hashCode());
    }

    boolean needsSmallDisk() {
        return faults.stream().anyMatch(Fault::needsSmallDisk);
    }

    /// The result of a run.
    ///
    /// @param course the times at which payments ended
    /// @param wrong what violated a promise, one per line; empty after a good run
    record Result(Run run, List<Observed> faults, Throughput course, List<String> wrong) {

        Result {
            faults = List.copyOf(faults);
            wrong = List.copyOf(wrong);
        }

        /// How many payments ended.
        int payments() {
            return course.count();
        }

        boolean isGood() {
            return wrong.isEmpty();
        }
    }
}

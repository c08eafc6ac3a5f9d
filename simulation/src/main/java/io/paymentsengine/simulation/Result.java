package io.paymentsengine.simulation;

import io.paymentsengine.simulation.messaging.Finding;
import io.paymentsengine.simulation.world.Counts;
import io.paymentsengine.simulation.world.Finished;
import java.util.List;

/// The outcome of a run of worlds. Only the last world can have findings, because a run ends there.
///
/// @param worlds how many worlds were run
/// @param counts totals over all worlds
/// @param findings findings of the last world; empty if all is well
/// @param history the last events of the payments that the findings are about
/// @param replay the command that repeats the last world
record Result(
        int worlds, Counts counts, List<Finding> findings, List<String> history, String replay) {

    /// Before the first world.
    static final Result NONE = new Result(0, Counts.NONE, List.of(), List.of(), "");

    Result {
        findings = List.copyOf(findings);
        history = List.copyOf(history);
    }

    boolean isFine() {
        return findings.isEmpty();
    }

    /// Adds a world without findings.
    Result with(Finished finished) {
        return new Result(worlds + 1, counts.plus(finished.counts()), List.of(), List.of(), "");
    }

    /// Adds the last world, which has findings.
    ///
    /// @param again the same world run again, this time with its history recorded
    Result endingWith(Finished finished, Finished again, String command) {
        return new Result(
                worlds + 1,
                counts.plus(finished.counts()),
                finished.findings(),
                again.history(),
                command);
    }
}

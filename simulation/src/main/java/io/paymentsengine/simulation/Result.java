package io.paymentsengine.simulation;

import io.paymentsengine.simulation.messaging.Finding;
import io.paymentsengine.simulation.world.Finished;
import io.paymentsengine.simulation.world.Tally;
import java.util.List;

/// What became of many worlds, of which the last is the first in which something must not be.
///
/// @param worlds how many lived
/// @param tally what happened in all of them together
/// @param findings of the last world; none if all is well
/// @param history the last of what happened to the payments that the findings are about
/// @param replay what to run to see the last world again
record Result(
        int worlds, Tally tally, List<Finding> findings, List<String> history, String replay) {

    /// No world yet.
    static final Result NONE = new Result(0, Tally.NONE, List.of(), List.of(), "");

    Result {
        findings = List.copyOf(findings);
        history = List.copyOf(history);
    }

    boolean isFine() {
        return findings.isEmpty();
    }

    /// With one more world, which was fine.
    Result with(Finished finished) {
        return new Result(worlds + 1, tally.plus(finished.tally()), List.of(), List.of(), "");
    }

    /// With one more world, in which something must not be.
    ///
    /// @param again the same world, with a history
    Result endingWith(Finished finished, Finished again, String command) {
        return new Result(
                worlds + 1,
                tally.plus(finished.tally()),
                finished.findings(),
                again.history(),
                command);
    }
}

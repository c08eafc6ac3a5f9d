package io.paymentsengine.simulation.world;

import io.paymentsengine.simulation.messaging.Finding;

import java.util.List;

/// What became of a world.
///
/// @param findings what must not be; none is as it should be
/// @param tally what happened in it
/// @param history the last of what happened to the payments that it was written for
public record Finished(List<Finding> findings, Tally tally, List<String> history) {

    public Finished {
        findings = List.copyOf(findings);
        history = List.copyOf(history);
    }
}

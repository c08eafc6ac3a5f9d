package io.paymentsengine.simulation;

import io.paymentsengine.simulation.fate.EveryFate;
import io.paymentsengine.simulation.world.Finished;
import io.paymentsengine.simulation.world.Suite;
import io.paymentsengine.simulation.world.World;

/// Runs one payment through every course of events that a hazard allows, each in a world of its own.
final class EveryWay {

    private final World world;

    EveryWay(Suite suite) {
        this.world = World.small(suite);
    }

    /// Runs until a world has a finding or every course has been taken.
    Result go(Hazard hazard) {
        EveryFate fate = new EveryFate(hazard.blows());
        Result result = Result.NONE;
        do {
            Finished finished = world.live(fate, 1);
            if (!finished.findings().isEmpty()) {
                fate.again();
                return result.endingWith(
                        finished,
                        world.live(fate, 1, finished.subjects()),
                        "./mvnw -Psimulation -Dways=" + hazard);
            }
            result = result.with(finished);
        } while (fate.turn());
        return result;
    }
}

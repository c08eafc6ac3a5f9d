package io.paymentsengine.simulation;

import io.paymentsengine.simulation.fate.SeededFate;
import io.paymentsengine.simulation.world.Finished;
import io.paymentsengine.simulation.world.Suite;
import io.paymentsengine.simulation.world.World;
import java.util.SplittableRandom;

/// Runs many payments under random faults, in worlds of [#PAYMENTS_EACH] payments. Each world has its own
/// seed, so that one with a finding can be repeated immediately and by itself.
final class ManyWorlds {

    static final int PAYMENTS_EACH = 500;

    private final World world;

    ManyWorlds(Suite suite) {
        this.world = World.large(suite);
    }

    /// Runs until a world has a finding or this many payments have been run.
    ///
    /// @param seed seed of the first world, from which the seeds of the others are derived
    Result live(long seed, int payments) {
        Result result = Result.NONE;
        long next = seed;
        for (int left = payments; left > 0; left -= PAYMENTS_EACH) {
            int some = Math.min(left, PAYMENTS_EACH);
            Finished finished = world.live(new SeededFate(next), some);
            if (!finished.findings().isEmpty()) {
                return result.endingWith(
                        finished,
                        world.live(new SeededFate(next), some, finished.subjects()),
                        "./mvnw -Psimulation -Dseed=%d -Dpayments=%d".formatted(next, some));
            }
            result = result.with(finished);
            next = after(next);
        }
        return result;
    }

    private static long after(long seed) {
        return new SplittableRandom(seed).nextLong(Long.MAX_VALUE);
    }
}

package io.paymentsengine.simulation;

import io.paymentsengine.simulation.fate.SeededFate;
import io.paymentsengine.simulation.world.Finished;
import io.paymentsengine.simulation.world.Suite;
import io.paymentsengine.simulation.world.World;

import java.util.List;

/// Lets some worlds live and says what became of them.
public final class Simulation {
    private Simulation() {}

    public static void main(String... args) {
        try (Suite suite = new Suite()) {
            World world = new World(suite, 2);
            long t = System.nanoTime();
            for (long seed = 1; seed <= 20; seed++) {
                Finished f = world.live(new SeededFate(seed), 500, List.of());
                System.out.println(
                        seed
                                + " "
                                + f.tally()
                                + " "
                                + f.findings().stream().limit(5).toList()
                                + " "
                                + (System.nanoTime() - t) / 1_000_000);
            }
        }
    }
}

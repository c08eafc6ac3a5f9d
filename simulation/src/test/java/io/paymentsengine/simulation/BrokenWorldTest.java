package io.paymentsengine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.simulation.fate.Breach;
import io.paymentsengine.simulation.world.Suite;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A simulation that finds nothing proves nothing: each promise is broken once, and has to be found
/// broken.
class BrokenWorldTest {

    private static final long SEED = 1;
    private static final int PAYMENTS = 5_000;

    @ParameterizedTest
    @EnumSource
    void each_kind_of_broken_world_is_found(Breach breach) {
        try (Suite suite = new Suite(breach)) {
            Result result = new ManyWorlds(suite).live(SEED, PAYMENTS);

            assertThat(result.findings()).isNotEmpty();
            assertThat(result.history()).isNotEmpty();
            assertThat(result.replay()).startsWith("./mvnw -Psimulation -Dseed=");
        }
    }
}

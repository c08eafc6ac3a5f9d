package io.paymentsengine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.simulation.fate.Blow;
import io.paymentsengine.simulation.world.Suite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class ManyWorldsTest {

    private static final int PAYMENTS = 1_000;

    private final Suite suite = new Suite();
    private final ManyWorlds worlds = new ManyWorlds(suite);

    @AfterAll
    void end() {
        suite.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatever_befalls_a_world_all_promises_are_kept(long seed) {
        Result result = worlds.live(seed, PAYMENTS);

        assertThat(result.findings())
                .as("%s%n%s", result.replay(), String.join("\n", result.history()))
                .isEmpty();
    }

    @Test
    void every_end_is_reached_and_every_blow_falls() {
        Result result = worlds.live(1, PAYMENTS);

        assertThat(result.counts().payments())
                .containsOnlyKeys(
                        Payment.Status.COMPLETED,
                        Payment.Status.REJECTED,
                        Payment.Status.CANCELLED);
        assertThat(result.counts().blows()).containsOnlyKeys(Blow.values());
    }

    @Test
    void the_same_seed_makes_the_same_world() {
        assertThat(worlds.live(4, PAYMENTS)).isEqualTo(worlds.live(4, PAYMENTS));
        assertThat(worlds.live(4, PAYMENTS).counts().print())
                .isNotEqualTo(worlds.live(5, PAYMENTS).counts().print());
    }
}

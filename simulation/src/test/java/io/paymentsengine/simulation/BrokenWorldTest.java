package io.paymentsengine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.simulation.fate.Breach;
import io.paymentsengine.simulation.fate.Promise;
import io.paymentsengine.simulation.world.Suite;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A simulation that finds nothing proves nothing, so each breach must be detected by the promises that it
/// breaks. Just any finding is not enough: an exception thrown by a store would be one.
class BrokenWorldTest {

    private static final int WORLDS_MAX = 100;
    private static final int PAYMENTS_EACH = 100;

    @ParameterizedTest
    @EnumSource
    void each_breach_is_found_by_the_promises_that_it_breaks(Breach breach) {
        Set<Promise> found = EnumSet.noneOf(Promise.class);
        try (Suite suite = new Suite(breach)) {
            ManyWorlds worlds = new ManyWorlds(suite);
            for (int seed = 1; seed <= WORLDS_MAX && !found.containsAll(breach.broken()); seed++) {
                Result result = worlds.live(seed, PAYMENTS_EACH);
                result.findings().forEach(finding -> found.add(finding.broken()));
                assertThat(tellsHow(result)).isNotEqualTo(result.isFine());
            }
        }

        assertThat(found).containsAll(breach.broken());
    }

    @Test
    void each_promise_is_broken_by_a_breach() {
        assertThat(Arrays.stream(Breach.values()).flatMap(breach -> breach.broken().stream()))
                .contains(Promise.values());
    }

    private static boolean tellsHow(Result result) {
        return !result.history().isEmpty()
                && result.replay().startsWith("./mvnw -Psimulation -Dseed=");
    }
}

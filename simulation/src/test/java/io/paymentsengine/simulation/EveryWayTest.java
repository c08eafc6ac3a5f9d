package io.paymentsengine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.payment.domain.Payment.Status;
import io.paymentsengine.simulation.world.Suite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@TestInstance(Lifecycle.PER_CLASS)
class EveryWayTest {

    private final Suite suite = new Suite();
    private final EveryWay everyWay = new EveryWay(suite);

    @AfterAll
    void end() {
        suite.close();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "TWO_CRASHES_TWO_REPEATS_AND_A_DELAY")
    void whichever_way_a_payment_goes_all_promises_are_kept(Hazard hazard) {
        Result result = everyWay.go(hazard);

        assertThat(result.findings())
                .as("%s%n%s", result.replay(), String.join("\n", result.history()))
                .isEmpty();
        assertThat(result.worlds()).isGreaterThan(hazard.blows().size());
        assertThat(result.counts().payments()).containsKey(Status.COMPLETED);
    }
}

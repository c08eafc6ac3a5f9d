package io.paymentsengine.suite.load;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertx.core.Future;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void a_rate_that_is_none_is_refused(double perSecond) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                Loop.open(
                                        perSecond,
                                        Duration.ofSeconds(1),
                                        () -> Future.failedFuture("nobody is there")));
    }
}

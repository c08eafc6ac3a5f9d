package io.paymentsengine.suite.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
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
                                        1,
                                        () -> Future.failedFuture("nobody is there")));
    }

    /// Independently of the machine's speed, each answer is counted once, in the stretch in which it came.
    @Test
    void each_stretch_tells_what_was_answered_in_it() {
        var answer = Future.succeededFuture(new PaymentClient.Answer(202, 1, 0, ""));

        Loop.Sent sent = Loop.open(500, Duration.ofMillis(600), 3, () -> answer);

        assertThat(sent.stretches()).hasSize(3).allMatch(stretch -> stretch.getTotalCount() > 0);
        assertThat(sent.stretches().stream().mapToLong(Histogram::getTotalCount).sum())
                .isEqualTo(sent.accepted());
    }

    @Test
    void who_waits_in_vain_waits_for_longer_than_anybody() {
        var inVain = Future.succeededFuture(new PaymentClient.Answer(202, 1, 0, "", true));

        Loop.Sent sent = Loop.open(100, Duration.ofMillis(100), 1, () -> inVain);

        assertThat(sent.millisAt(1)).isGreaterThanOrEqualTo(120_000.0);
    }

    @Test
    void what_takes_twice_as_long_in_the_end_has_grown_to_the_double() {
        Loop.Sent sent = new Loop.Sent(List.of(some(10), some(99), some(20)), Map.of(), 3, 0, "");

        assertThat(sent.growthAt(99)).isEqualTo(2.0);
        assertThat(sent.eachMillisAt(99)).containsExactly(0.01, 0.099, 0.02);
    }

    private static Histogram some(long latency) {
        Histogram some = new Histogram(3);
        some.recordValue(latency);
        return some;
    }
}

package io.paymentsengine.saga.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeoutsTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    @ParameterizedTest
    @CsvSource({"0, PT10S", "1, PT20S", "2, PT40S", "3, PT1M", "4, PT1M", "2147483647, PT1M"})
    void waits_twice_as_long_after_each_repeat_up_to_a_maximum(int repeats, Duration wait) {
        Timeouts timeouts = new Timeouts(Duration.ofSeconds(10), Duration.ofMinutes(1), LONG, LONG);

        assertThat(timeouts.stepAfter(repeats)).isEqualTo(wait);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, PT1S, PT1S, PT1S",
        "PT1S, PT0.9S, PT1S, PT1S",
        "PT1S, PT1S, PT-1S, PT1S",
        "PT1S, PT1S, PT1S, PT0S"
    })
    void is_never_nothing(Duration step, Duration stepMax, Duration saga, Duration attention) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timeouts(step, stepMax, saga, attention));
    }

    @Test
    void may_be_the_same_each_time() {
        assertThat(new Timeouts(LONG, LONG, LONG, LONG).stepAfter(7)).isEqualTo(LONG);
    }
}

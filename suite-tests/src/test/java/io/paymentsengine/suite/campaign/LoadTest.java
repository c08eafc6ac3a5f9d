package io.paymentsengine.suite.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.suite.client.Amount;
import io.paymentsengine.suite.client.Payment;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadTest {

    @ParameterizedTest
    @CsvSource({
        "DEADLINE_PASSED,    10, true",
        "DEADLINE_PASSED,    20, true",
        "DEADLINE_PASSED,    21, false",
        "INSUFFICIENT_FUNDS, 10, false"
    })
    void only_while_a_clock_is_wrong_may_time_run_out(String reason, long began, boolean excused) {
        Span life = new Span(began, began + 5);
        assertThat(Load.isExcused(rejected(reason), life, List.of(new Span(12, 20))))
                .isEqualTo(excused);
    }

    private static Payment rejected(String reason) {
        return new Payment(
                "a payment",
                "REJECTED",
                new Payment.Reason(reason, ""),
                "one",
                "another",
                new Amount("1.00", "EUR"),
                "",
                Instant.EPOCH,
                Instant.EPOCH);
    }
}

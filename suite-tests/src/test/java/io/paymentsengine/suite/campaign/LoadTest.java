package io.paymentsengine.suite.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.suite.client.Amount;
import io.paymentsengine.suite.client.Payment;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadTest {

    @ParameterizedTest
    @CsvSource({
        "DEADLINE_PASSED,    true,  true",
        "DEADLINE_PASSED,    false, false",
        "INSUFFICIENT_FUNDS, true,  false"
    })
    void only_where_a_clock_was_set_may_time_run_out(
            String reason, boolean clocksStepped, boolean excused) {
        assertThat(Load.isExcused(rejected(reason), clocksStepped)).isEqualTo(excused);
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

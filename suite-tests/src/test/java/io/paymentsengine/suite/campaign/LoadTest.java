package io.paymentsengine.suite.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.suite.campaign.Load.Wish;
import io.paymentsengine.suite.client.Amount;
import io.paymentsengine.suite.client.Payment;
import io.paymentsengine.suite.faults.Order.Kind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @CsvSource({"49, 0, 0", "50, 0, 1", "50, 1, 0", "1000, 0, 1", "1000, 1, 0"})
    void of_many_that_may_go_otherwise_one_goes_as_wished(int otherwise, int wished, int found) {
        Stream<Wish> wishes =
                Stream.concat(
                        Stream.generate(() -> new Wish(Kind.CANCELLED, false)).limit(otherwise),
                        Stream.generate(() -> new Wish(Kind.CANCELLED, true)).limit(wished));

        assertThat(Load.unfulfilled(wishes)).hasSize(found);
    }

    @Test
    void one_kind_does_not_stand_for_another() {
        Stream<Wish> wishes =
                Stream.concat(
                        Stream.generate(() -> new Wish(Kind.CANCELLED, true)).limit(50),
                        Stream.generate(() -> new Wish(Kind.WAITED, false)).limit(60));

        assertThat(Load.unfulfilled(wishes))
                .containsExactly("none of 60 WAITED orders had the intended outcome");
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

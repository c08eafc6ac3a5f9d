package io.paymentsengine.contracts.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

    /// The example in RFC 9562.
    private static final PaymentId ID = PaymentId.of("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");

    @Test
    void an_identifier_knows_when_it_was_made() {
        assertThat(Moments.of(ID)).isEqualTo("2022-02-22T19:22:22Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z,        019b76da-a800-0000-0000-000000000000",
        "2026-01-01T00:00:00.001Z,    019b76da-a801-0000-0000-000000000000",
        "2026-01-01T00:00:00.000001Z, 019b76da-a801-0000-0000-000000000000",
        "1970-01-01T00:00:00Z,        00000000-0000-0000-0000-000000000000",
        "0001-01-01T00:00:00Z,        00000000-0000-0000-0000-000000000000",
        "9999-12-31T23:59:59Z,        e677d21f-d818-0000-0000-000000000000",
    })
    void a_time_is_where_a_range_of_identifiers_begins(Instant at, String first) {
        assertThat(Moments.firstAt(at)).isEqualTo(PaymentId.of(first));
    }

    @Test
    void a_range_begins_before_all_that_was_made_in_its_millisecond() {
        Instant made = Moments.of(ID);

        assertThat(Moments.firstAt(made).toString()).isLessThan(ID.toString());
        assertThat(Moments.firstAt(made.plusMillis(1)).toString()).isGreaterThan(ID.toString());
    }
}

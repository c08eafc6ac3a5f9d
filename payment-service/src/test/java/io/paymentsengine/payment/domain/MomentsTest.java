package io.paymentsengine.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.platform.ids.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

    @Test
    void an_identifier_knows_when_it_was_made() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Instant made = Moments.of(new PaymentId(Ids.next()));

        assertThat(made).isBetween(before, Instant.now());
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
        PaymentId id = new PaymentId(Ids.next());

        assertThat(Moments.firstAt(Moments.of(id)).toString()).isLessThan(id.toString());
        assertThat(Moments.firstAt(Moments.of(id).plusMillis(1)).toString())
                .isGreaterThan(id.toString());
    }
}

package io.paymentsengine.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00Z, 2026-01-31T12:00:00Z",
        "2026-01-31T12:00:00.123456789Z, 2026-01-31T12:00:00.123456789Z",
        "2026-01-31T12:00:00+01:30, 2026-01-31T10:30:00Z",
        "2026-01-31T12:00:00-01:30, 2026-01-31T13:30:00Z",
        "2026-01-31T23:00:00-23:59, 2026-02-01T22:59:00Z",
        "2026-01-31T12:00:00-00:00, 2026-01-31T12:00:00Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "0001-01-01T23:59:00+23:59, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999999Z",
        "9999-12-31T00:00:59-23:59, 9999-12-31T23:59:59Z",
    })
    void any_offset_of_a_day_is_read(String text, Instant instant) {
        assertThat(Instants.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01T00:00:00Z",
                "0000-12-31T23:59:59.999999999Z",
                "0001-01-01T00:00:00+00:01",
                "9999-12-31T23:59:59.999999001Z",
                "9999-12-31T23:59:59-23:59",
            })
    void what_no_database_keeps_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Instants.parse(text))
                .withMessageContaining("0001 to 9999");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31T12:00:00",
                "2026-01-31T12:00:00+24:00",
                "2026-01-31T12:00:00+01:60",
                "2026-02-30T12:00:00Z",
                "2026-01-31 12:00:00Z",
                "2026-01-31T12:00Z",
                "+12026-01-31T12:00:00Z",
                "2026-01-31T12:00:00Z\n",
                "",
            })
    void anything_else_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Instants.parse(text));
    }
}

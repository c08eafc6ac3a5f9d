package io.paymentsengine.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class StrictJsonTest {

    private static final JsonMapper JSON = StrictJson.mapper();
    private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";

    record Words(
            PaymentId payment, AccountId account, TenantId tenant, AccountReference reference) {}

    record Sample(String text, long number, boolean flag, Optional<String> perhaps, Money money) {}

    @Test
    void writes_and_reads_the_vocabulary_as_text() {
        Words words =
                new Words(
                        PaymentId.of(ID),
                        AccountId.of(ID),
                        new TenantId("STD-001"),
                        new AccountReference(ID));

        String json = JSON.writeValueAsString(words);

        assertThat(json)
                .isEqualTo(
                        """
                        {"payment":"%s","account":"%s","tenant":"STD-001","reference":"%s"}"""
                                .formatted(ID, ID, ID));
        assertThat(JSON.readValue(json, Words.class)).isEqualTo(words);
    }

    @Test
    void writes_and_reads_money_in_minor_units() {
        String json = JSON.writeValueAsString(Money.of(1250, "EUR"));

        assertThat(json).isEqualTo("{\"minorUnits\":1250,\"currency\":\"EUR\"}");
        assertThat(JSON.readValue(json, Money.class)).isEqualTo(Money.of(1250, "EUR"));
    }

    @Test
    void leaves_out_what_is_absent() {
        Sample sample = new Sample("a", 1, true, Optional.empty(), Money.of(1, "EUR"));

        assertThat(JSON.writeValueAsString(sample)).doesNotContain("perhaps");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00Z, 2026-01-31T12:00:00.000Z",
        "2026-01-31T12:00:00.1239Z, 2026-01-31T12:00:00.123Z",
        "2026-01-31T12:00:00+01:00, 2026-01-31T11:00:00.000Z"
    })
    void reads_any_offset_and_writes_utc_with_milliseconds(String read, String written) {
        Instant instant = JSON.readValue('"' + read + '"', Instant.class);

        assertThat(JSON.writeValueAsString(instant)).isEqualTo('"' + written + '"');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": 1}",
                "{\"text\": true}",
                "{\"text\": {}}",
                "{\"text\": \"a\", \"text\": \"a\"}",
                "{\"text\": \"\\u0000\"}",
                "{\"text\": \"\\u0085\"}",
                "{\"text\": \"\\ud800\"}",
                "{\"number\": \"1\"}",
                "{\"number\": 1.0}",
                "{\"number\": 1e2}",
                "{\"number\": NaN}",
                "{\"number\": null}",
                "{\"number\": 9223372036854775808}",
                "{\"number\": true}",
                "{\"flag\": 1}",
                "{\"flag\": \"true\"}",
                "{\"money\": {\"minorUnits\": 1.5, \"currency\": \"EUR\"}}",
                "{\"money\": {\"minorUnits\": 1, \"currency\": \"EURO\"}}",
                "{} {}",
                "{},",
                "[]"
            })
    void refuses_what_is_not_said_exactly(String json) {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> JSON.readValue(json, Sample.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": \"\\u0007\"}", "{\"\\u0007\": \"a\"}", "{\"a\": 1}"})
    void refuses_unsafe_text_in_maps(String json) {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(
                        () ->
                                JSON.readerForMapOf(String.class)
                                        .<Map<String, String>>readValue(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31",
                "2026-01-31T12:00:00",
                "2026-01-31 12:00:00Z",
                "2026-02-30T12:00:00Z",
                "12026-01-31T12:00:00Z",
                "1700000000000",
                ""
            })
    void refuses_other_times(String text) {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> JSON.readValue('"' + text + '"', Instant.class));
    }
}

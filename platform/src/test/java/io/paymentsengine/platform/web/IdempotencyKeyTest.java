package io.paymentsengine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            textBlock =
                    """
                    8e03978e-40d5-43dd-bc93-6894a57f9324, 8e03978e-40d5-43dd-bc93-6894a57f9324
                    "8e03978e", 8e03978e
                    "a\\"b\\\\c", a"b\\c
                    a"b, a"b
                    """)
    void reads_both_forms(String header, String key) {
        assertThat(IdempotencyKey.parse(header).value()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"\"",
                "\"open",
                "\"a\" b",
                "\"a\";p=1",
                "\"a\\n\"",
                "a b",
                "\"a b\"",
                "é",
                "a\u0000b",
                "\"a\"b\""
            })
    void refuses_all_else(String header) {
        assertThatIllegalArgumentException().isThrownBy(() -> IdempotencyKey.parse(header));
    }

    @Test
    void has_255_characters_at_most_in_either_form() {
        String longest = "k".repeat(255);

        assertThat(IdempotencyKey.parse(longest).value()).isEqualTo(longest);
        assertThat(IdempotencyKey.parse('"' + longest + '"').value()).isEqualTo(longest);
        assertThatIllegalArgumentException().isThrownBy(() -> IdempotencyKey.parse(longest + "k"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdempotencyKey.parse('"' + longest + "k\""));
    }
}

package io.paymentsengine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void leaves_text_as_it_is() {
        assertThat(Printable.of("Zoë pays 12.50 € 😀")).isEqualTo("Zoë pays 12.50 € 😀");
    }

    @Test
    void nothing_moves_the_cursor_or_turns_the_line_round() {
        assertThat(Printable.of("a\r\nb\u001b[2J\u202ec\ud800"))
                .isEqualTo("a\\u{d}\\u{a}b\\u{1b}[2J\\u{202e}c\\u{d800}");
    }
}

package io.paymentsengine.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final String LIST = "STD-001 /api/v1/payments {}";

    @ParameterizedTest
    @ValueSource(strings = {"1", "01890a5d-ac96-774b-bcce-b302099a8057", "2026|é"})
    void gives_back_the_position(String position) {
        String cursor = Cursor.encode(LIST, position);

        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.decode(LIST, cursor)).isEqualTo(position);
    }

    @Test
    void refuses_every_change_of_one_character() {
        String cursor = Cursor.encode(LIST, "01890a5d-ac96-774b-bcce-b302099a8057");

        for (int at = 0; at < cursor.length(); at++) {
            char other = cursor.charAt(at) == 'A' ? 'B' : 'A';
            String changed = cursor.substring(0, at) + other + cursor.substring(at + 1);
            assertThatIllegalArgumentException().isThrownBy(() -> Cursor.decode(LIST, changed));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "abc", "AAAAAAAAAAAAAAAAAAAAAAAAA", "not base64 at all, not at all"})
    void refuses_what_is_no_cursor(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.decode(LIST, text));
    }

    @Test
    void refuses_bytes_that_are_no_text() {
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.decode(LIST, "_".repeat(40)));
    }

    @Test
    void refuses_letters_that_are_fewer_than_their_bytes() {
        for (int letters = 0; letters <= 40; letters++) {
            String text = "€".repeat(letters);
            String cursor =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Cursor.decode(LIST, cursor))
                    .withMessageContaining("must be the cursor of the page before");
        }
    }

    @Test
    void refuses_any_bytes_that_it_did_not_make() {
        Random random = new Random(42);
        for (int tried = 0; tried < 10_000; tried++) {
            byte[] bytes = new byte[random.nextInt(70)];
            random.nextBytes(bytes);
            String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Cursor.decode(LIST, cursor))
                    .withMessageContaining("must be the cursor of the page before");
        }
    }

    @Test
    void refuses_the_cursor_of_another_list() {
        String cursor = Cursor.encode("NED-001 /api/v1/payments {}", "1");

        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.decode(LIST, cursor));
    }
}

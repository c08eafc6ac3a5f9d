package io.paymentsengine.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.paymentsengine.localstack.Numbers.Range;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @Test
    void what_was_not_told_or_passed_on_empty_is_what_it_is_otherwise() {
        assertThat(Numbers.of(new Properties()).from(1, "seconds", 60)).isEqualTo(60);
        assertThat(told(" ").from(1, "n", 60)).isEqualTo(60);
        assertThat(told("").any("n")).isEmpty();
        assertThat(told("").range("n")).isEmpty();
    }

    @Test
    void what_was_told_counts() {
        assertThat(told("2").from(2, "n", 60)).isEqualTo(2);
        assertThat(told("-7").any("n")).hasValue(-7);
        assertThat(told("0.3").positive("n", 1)).isEqualTo(0.3);
        assertThat(told("5").odd("n", 3)).isEqualTo(5);
        assertThat(told("5").range("n")).contains(new Range(5, 5));
        assertThat(told("1..20").range("n")).contains(new Range(1, 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.5", "10k", "0x10", "99999999999"})
    void what_is_no_such_number_is_refused_by_its_name(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> told(text).from(1, "n", 60))
                .withMessage("-Dn=%s: expected a whole number from 1", text);
    }

    @Test
    void what_is_more_than_there_is_room_for_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> told("11").between(0, 10, "n", 0))
                .withMessage("-Dn=11: expected a whole number from 0 to 10");
    }

    @Test
    void an_even_number_has_no_middle() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> told("2").odd("n", 3))
                .withMessage("-Dn=2: expected an odd number, so that there is a median");
    }

    @Test
    void a_seed_that_is_none_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> told("abc").any("n"))
                .withMessage("-Dn=abc: expected a whole number");
    }

    @ParameterizedTest
    @CsvSource({"9..1", "1..", "..9", "1-9", "a..b"})
    void a_range_that_is_none_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> told(text).range("n"))
                .withMessageStartingWith("-Dn=%s: expected a whole number, or two", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "NaN", "Infinity", "x"})
    void time_that_does_not_pass_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> told(text).positive("n", 1))
                .withMessage("-Dn=%s: expected a number above 0", text);
    }

    private static Numbers told(String text) {
        Properties told = new Properties();
        told.setProperty("n", text);
        return Numbers.of(told);
    }
}

package io.paymentsengine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedTest {

    @Test
    void what_maven_passes_on_empty_was_not_told() {
        assertThat(told("payments", "").payments()).isEqualTo(100_000);
        assertThat(told("ways", "").ways()).isEmpty();
    }

    @Test
    void what_was_told_counts() {
        assertThat(told("seed", "42").seed()).isEqualTo(42);
        assertThat(told("payments", "1").payments()).isEqualTo(1);
        assertThat(told("ways", "all").ways()).containsExactly(Hazard.values());
        assertThat(told("ways", "TWO_CRASHES").ways()).containsExactly(Hazard.TWO_CRASHES);
    }

    @ParameterizedTest
    @CsvSource({
        "seed,     abc,        a whole number",
        "payments, 0,          a whole number from 1",
        "payments, 9999999999, a whole number from 1",
        "ways,     ANY,        must be all or one of",
    })
    void what_makes_no_sense_is_refused_by_its_name(String name, String text, String wanted) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> told(name, text))
                .withMessageStartingWith("-D%s=%s: %s", name, text, wanted);
    }

    private static Wanted told(String name, String text) {
        Properties told = new Properties();
        told.setProperty(name, text);
        return Wanted.of(told);
    }
}

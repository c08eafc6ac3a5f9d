package io.paymentsengine.suite.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchSettingsTest {

    @Test
    void what_was_told_is_measured() {
        assertThat(told("seconds", "17").round()).isEqualTo(Duration.ofSeconds(17));
        assertThat(told("quick", "true").repeats()).isEqualTo(1);
        assertThat(told("quick", "false").repeats()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "seconds,  0.5",
        "accounts, 10k",
        "accounts, 1",
        "clients,  0",
        "warmup,   -1",
        "rate,     -1",
        "repeats,  2",
        "minutes,  0",
        "only,     bulk"
    })
    void what_makes_no_sense_is_refused_by_its_name(String name, String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> told(name, text))
                .withMessageStartingWith("-D%s=%s: ", name, text);
    }

    private static BenchSettings told(String name, String text) {
        Properties told = new Properties();
        told.setProperty(name, text);
        return BenchSettings.of(told);
    }
}

package io.paymentsengine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferredWaitTest {

    @ParameterizedTest
    @CsvSource({
        "wait=5, 5",
        "WAIT = 5, 5",
        "'wait=\"5\"', 5",
        "'respond-async, wait=5', 5",
        "'wait=5;foo=bar, other', 5",
        "'wait=5, wait=9', 5",
        "wait=30, 30",
        "wait=31, 30",
        "wait=999999999, 30",
        "wait=0, 0",
        "wait, 0",
        "wait=, 0",
        "wait=-1, 0",
        "wait=1.5, 0",
        "wait=99999999999999999999, 0",
        "await=5, 0",
        "x=wait=5, 0",
        "'', 0"
    })
    void reads_seconds_up_to_the_limit(String header, long seconds) {
        assertThat(PreferredWait.parse(List.of(header)).atMost()).hasSeconds(seconds);
    }

    @Test
    void reads_all_lines_of_the_header() {
        assertThat(PreferredWait.parse(List.of("respond-async", "wait=7")).applied())
                .isEqualTo("wait=7");
    }

    @Test
    void wants_nothing_where_nothing_is_said() {
        assertThat(PreferredWait.parse(List.of()).isWanted()).isFalse();
    }
}

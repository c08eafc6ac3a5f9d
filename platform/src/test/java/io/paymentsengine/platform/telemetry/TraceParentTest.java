package io.paymentsengine.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String IDS = "4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7";

    @Test
    void reads_what_it_writes() {
        assertThat(TraceParent.parse("00-" + IDS + "-01").map(TraceParent::header))
                .contains("00-" + IDS + "-01");
    }

    @Test
    void takes_what_it_understands_of_a_later_version() {
        assertThat(TraceParent.parse("01-" + IDS + "-01-more").map(TraceParent::header))
                .contains("00-" + IDS + "-01");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-" + IDS + "-01",
                "00-" + IDS + "-01-more",
                "00-" + IDS + "-1",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "01-" + IDS + "-01more"
            })
    void takes_nothing_from_a_malformed_header(String header) {
        assertThat(TraceParent.parse(header)).isEmpty();
    }

    @Test
    void makes_traces_that_can_be_read() {
        TraceParent made = TraceParent.generate();

        assertThat(TraceParent.parse(made.header())).contains(made);
        assertThat(TraceParent.generate()).isNotEqualTo(made);
    }

    @Test
    void is_current_inside_alone() {
        TraceParent trace = TraceParent.generate();

        assertThat(trace.call(TraceParent::currentHeader)).isEqualTo(trace.header());
        assertThat(TraceParent.currentHeader()).isNull();
        assertThat(TraceParent.current()).isEmpty();
    }
}

package io.paymentsengine.suite.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Fault FAULT = new StoreFault.RedisFlushed();
    private static final Run RUN = new Run("seed 7", 7, List.of(FAULT), Duration.ofMinutes(1), 3);

    @Test
    void a_run_is_told_in_one_line() {
        assertThat(Report.line(result(List.of(), back(2_500), back(4_000))))
                .isEqualTo(
                        "seed 7: 2 faults, 1234 payments, 0 violations; slowest recovery"
                                + " 4.0 s; 0 targets missed");
    }

    @Test
    void what_is_wrong_makes_the_campaign_fail_and_is_told() {
        Report report =
                new Report(List.of(result(List.of("violated: money"), back(100))), List.of());
        assertThat(report.isGood()).isFalse();
        assertThat(report.markdown())
                .contains("**Not all promises were kept.**", "- violated: money");
    }

    @Test
    void a_missed_target_is_told_and_is_no_failure() {
        Report report = new Report(List.of(result(List.of(), back(15_100))), List.of());
        assertThat(report.isGood()).isTrue();
        assertThat(report.markdown()).contains("15.1 s | **missed** 15.0 s");
        assertThat(back(15_100).line()).contains("MISSED its target of 15 s");
    }

    @Test
    void what_never_came_back_is_told() {
        assertThat(observed(Optional.empty(), false).line()).contains("DID NOT RECOVER");
    }

    @Test
    void what_flowed_before_has_to_flow_again() {
        assertThat(back(100).complaint()).isEmpty();
        assertThat(observed(Optional.empty(), true).complaint()).isEmpty();
        assertThat(observed(Optional.empty(), false).complaint())
                .hasValueSatisfying(line -> assertThat(line).startsWith("no recovery: "));
    }

    @Test
    void a_fault_before_which_nothing_flowed_shows_nothing() {
        assertThat(observed(0, Optional.of(Duration.ZERO), true).complaint())
                .hasValueSatisfying(
                        line -> assertThat(line).startsWith("no payments flowed before it: "));
    }

    @Test
    void a_fault_that_this_machine_can_not_have_is_told() {
        Report report = new Report(List.of(result(List.of(), back(1))), List.of("disk-full: why"));
        assertThat(report.markdown()).contains("Not possible here: disk-full: why");
    }

    @Test
    void a_campaign_without_a_run_shows_nothing_good() {
        assertThat(new Report(List.of(), List.of("disk-full: why")).isGood()).isFalse();
    }

    private static Run.Result result(List<String> wrong, Observed... faults) {
        return new Run.Result(
                RUN, List.of(faults), new Throughput(LongStream.range(0, 1_234)), wrong);
    }

    private static Observed back(long millis) {
        return observed(Optional.of(Duration.ofMillis(millis)), true);
    }

    private static Observed observed(Optional<Duration> back, boolean flows) {
        return observed(150, back, flows);
    }

    private static Observed observed(double usual, Optional<Duration> back, boolean flows) {
        return new Observed(
                FAULT.name(),
                FAULT.target(),
                6_000,
                Duration.ofSeconds(3),
                Duration.ofSeconds(1),
                usual,
                20,
                back,
                flows);
    }
}

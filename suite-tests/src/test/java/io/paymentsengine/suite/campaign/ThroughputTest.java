package io.paymentsengine.suite.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ThroughputTest {

    private static final int USUAL = 100;

    @Test
    void the_median_leaves_a_bad_second_out() {
        Throughput course =
                new Throughput(
                        concat(evenly(0, 3_000), LongStream.of(3_500), evenly(4_000, 5_000)));
        assertThat(course.median(0, 5_000)).isEqualTo(USUAL);
    }

    @Test
    void what_never_was_broken_is_back_at_once() {
        assertThat(new Throughput(evenly(0, 10_000)).backAfter(5_000, USUAL, 10_000))
                .contains(Duration.ZERO);
    }

    @Test
    void back_is_when_as_much_ends_as_usual() {
        Throughput course = new Throughput(concat(evenly(0, 5_000), evenly(9_000, 12_000)));
        assertThat(course.backAfter(5_000, USUAL, 12_000))
                .hasValueSatisfying(
                        back ->
                                assertThat(back)
                                        .isBetween(
                                                Duration.ofMillis(3_700), Duration.ofSeconds(4)));
    }

    @Test
    void what_all_clients_get_at_once_is_no_recovery() {
        Throughput course =
                new Throughput(
                        concat(evenly(0, 5_000), LongStream.generate(() -> 6_000).limit(50)));
        assertThat(course.backAfter(5_000, USUAL, 15_000)).isEmpty();
    }

    @Test
    void two_seconds_have_to_pass_before_anything_is_said() {
        Throughput course = new Throughput(evenly(0, 6_000));
        assertThat(course.backAfter(5_000, USUAL, 6_000)).isEmpty();
    }

    @Test
    void a_time_without_a_whole_second_has_no_median() {
        assertThat(new Throughput(evenly(0, 1_000)).median(0, 900)).isZero();
    }

    @Test
    void each_second_until_the_last_end_is_counted() {
        assertThat(new Throughput(LongStream.of(0, 999, 2_000)).perSecond())
                .containsExactly(2L, 0L, 1L);
        assertThat(new Throughput(LongStream.empty()).perSecond()).isEmpty();
    }

    private static LongStream evenly(long from, long to) {
        int apart = 1_000 / USUAL;
        return LongStream.iterate(from, at -> at < to, at -> at + apart);
    }

    private static LongStream concat(LongStream... parts) {
        return LongStream.concat(
                parts[0],
                parts.length == 1
                        ? LongStream.empty()
                        : concat(java.util.Arrays.copyOfRange(parts, 1, parts.length)));
    }
}

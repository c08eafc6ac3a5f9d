package io.paymentsengine.suite.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/// Tests the faults of a round that invariants do not cover.
class RoundsTest {

    @Test
    void nothing_is_wrong_where_all_that_was_accepted_has_completed() {
        assertThat(Rounds.shortcomings(List.of(sent(7, 0, ""), sent(3, 0, "")), 10)).isEmpty();
    }

    @Test
    void what_was_accepted_and_did_not_complete_is_found() {
        assertThat(Rounds.shortcomings(List.of(sent(7, 0, ""), sent(3, 0, "")), 9))
                .containsExactly("9 payments completed of 10 accepted");
    }

    @Test
    void a_round_in_which_nothing_completed_shows_nothing() {
        assertThat(Rounds.shortcomings(List.of(sent(0, 0, "")), 0))
                .containsExactly("0 payments completed of 0 accepted");
    }

    @Test
    void what_was_refused_is_found() {
        assertThat(Rounds.shortcomings(List.of(sent(48, 2, "200: congested")), 48))
                .containsExactly("2 refused: 200: congested");
    }

    @Test
    void who_got_no_answer_may_have_been_accepted() {
        assertThat(Rounds.shortcomings(List.of(sent(7, 0, "reset by peer")), 8))
                .containsExactly("0 refused: reset by peer");
    }

    private static Loop.Sent sent(long accepted, long refused, String refusal) {
        return new Loop.Sent(List.of(new Histogram(1)), Map.of(), accepted, refused, refusal);
    }
}

package io.paymentsengine.saga.domain;

import static io.paymentsengine.saga.domain.Sample.NOW;
import static io.paymentsengine.saga.domain.Sample.TIMEOUTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.saga.domain.Outcome.Completed;
import io.paymentsengine.saga.domain.Participants.Ask;
import io.paymentsengine.saga.domain.State.Compensating;
import io.paymentsengine.saga.domain.State.Ended;
import io.paymentsengine.saga.domain.State.Open;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Explores every path of a saga on which each of its messages is either lost, or answered with the answer
/// arriving twice, at once or when the deadline of the saga has passed and the clock has not looked yet, while
/// time passes according to the deadlines. [EveryOrderTest] covers more paths, but
/// without time.
class EveryLossTest {

    private static final SagaEngine ENGINE = new SagaEngine(PaymentSaga.PAYMENT, TIMEOUTS);

    /// Enough for every deadline to pass, the last of them more than once.
    private static final int LOSSES_MAX = 14;

    private static final List<Point> POINTS = new ArrayList<>();

    /// A point on a path.
    ///
    /// @param losses how many of the saga's messages were lost
    /// @param isLateAnswer whether an answer led here that came after the deadline of the saga
    private record Point(
            Instance saga,
            Participants participants,
            Instant now,
            int losses,
            boolean isLateAnswer) {

        Duration waiting() {
            return Duration.between(saga.movedAt(), now);
        }
    }

    @BeforeAll
    static void go_every_way() {
        go(new Point(ENGINE.start(NOW, NOW).instance(), Participants.UNTOUCHED, NOW, 0, false));
    }

    @Test
    void every_end_is_reached_and_so_is_a_call_for_attention() {
        assertThat(POINTS).anyMatch(point -> point.saga().attention());
        assertThat(POINTS)
                .extracting(point -> point.saga().state())
                .filteredOn(Ended.class::isInstance)
                .extracting(state -> ((Ended) state).outcome().word())
                .contains("COMPLETED", "REJECTED");
    }

    @Test
    void a_saga_ends_completed_or_fully_undone() {
        assertThat(POINTS)
                .filteredOn(point -> point.saga().state() instanceof Ended)
                .allSatisfy(
                        point -> {
                            Ended ended = (Ended) point.saga().state();
                            assertThat(point.participants().holds()).isFalse();
                            assertThat(point.participants().hasMoved())
                                    .isEqualTo(ended.outcome() instanceof Completed);
                            assertThat(point.saga().attention()).isFalse();
                        });
    }

    @Test
    void it_needs_attention_if_and_only_if_what_it_waits_for_stays_away() {
        assertThat(POINTS)
                .filteredOn(point -> point.saga().state() instanceof Open)
                .allSatisfy(
                        point ->
                                assertThat(point.saga().attention())
                                        .isEqualTo(
                                                point.waiting().compareTo(TIMEOUTS.attention())
                                                        >= 0));
    }

    @Test
    void it_turns_back_in_time_as_long_as_it_can() {
        Instant deadline = NOW.plus(TIMEOUTS.saga());
        assertThat(POINTS)
                .filteredOn(point -> !point.now().isBefore(deadline))
                .noneMatch(
                        point ->
                                point.saga().state() instanceof State.Running(var step)
                                        && step != Step.SETTLE);
    }

    @Test
    void an_answer_that_comes_after_the_deadline_begins_no_settlement() {
        assertThat(POINTS)
                .filteredOn(Point::isLateAnswer)
                .isNotEmpty()
                .noneMatch(point -> point.saga().state() instanceof State.Running);
    }

    @Test
    void whatever_was_lost_it_ends_once_it_is_answered() {
        assertThat(POINTS)
                .allSatisfy(
                        point -> {
                            Point fair = point;
                            for (int left = Step.values().length + 1; left > 0; left--) {
                                fair = answers(fair).findFirst().orElse(fair);
                            }
                            assertThat(fair.saga().state()).isInstanceOf(Ended.class);
                        });
    }

    private static void go(Point point) {
        POINTS.add(point);
        answers(point).forEach(EveryLossTest::go);
        lateAnswers(point).forEach(EveryLossTest::go);
        if (point.saga().state() instanceof Open && point.losses() < LOSSES_MAX) {
            go(lost(point));
        }
    }

    /// The saga's message is answered, and the answer arrives twice.
    private static Stream<Point> answers(Point point) {
        return answers(point, point.now());
    }

    /// The same, so late that the deadline of the saga has passed.
    private static Stream<Point> lateAnswers(Point point) {
        Instant deadline = point.saga().deadlines().saga();
        return deadline.equals(Deadlines.NEVER) ? Stream.empty() : answers(point, deadline);
    }

    private static Stream<Point> answers(Point point, Instant at) {
        if (!(point.saga().state() instanceof Open open)) {
            return Stream.empty();
        }
        boolean late = !at.isBefore(point.saga().deadlines().saga());
        return point.participants()
                .answers(new Ask(open.step(), open instanceof Compensating))
                .map(
                        answer -> {
                            Instance once = after(point.saga(), answer.reply(), at);
                            Instance twice = after(once, answer.reply(), at);
                            assertThat(twice.state()).isEqualTo(once.state());
                            return new Point(twice, answer.then(), at, point.losses(), late);
                        });
    }

    /// The saga's message is lost: time passes until it is sent again.
    private static Point lost(Point point) {
        Instance saga = point.saga();
        Instant now = point.now();
        boolean silent = true;
        while (silent && saga.state() instanceof Open) {
            saga = saga.with(saga.deadlines().rearmed());
            now = saga.deadlines().alarm();
            Optional<Input> passed = saga.deadlines().passed(now);
            while (passed.isPresent()) {
                Transition transition = ENGINE.advance(saga, passed.get(), now);
                silent &= !transition.mustSend();
                saga = transition.instance();
                passed = saga.deadlines().passed(now);
            }
        }
        return new Point(saga, point.participants(), now, point.losses() + 1, false);
    }

    private static Instance after(Instance saga, Input reply, Instant now) {
        return ENGINE.advance(saga, reply, now).instance();
    }
}

package io.paymentsengine.saga.domain;

import static io.paymentsengine.saga.domain.Sample.NOW;
import static io.paymentsengine.saga.domain.Sample.REASON;
import static io.paymentsengine.saga.domain.Sample.TIMEOUTS;
import static io.paymentsengine.saga.domain.Step.RESERVE;
import static io.paymentsengine.saga.domain.Step.SETTLE;
import static io.paymentsengine.saga.domain.Step.VALIDATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.saga.domain.Input.AttentionDeadlinePassed;
import io.paymentsengine.saga.domain.Input.CancelRequested;
import io.paymentsengine.saga.domain.Input.Compensate;
import io.paymentsengine.saga.domain.Input.Done;
import io.paymentsengine.saga.domain.Input.Refused;
import io.paymentsengine.saga.domain.Input.Retry;
import io.paymentsengine.saga.domain.Input.SagaDeadlinePassed;
import io.paymentsengine.saga.domain.Input.Started;
import io.paymentsengine.saga.domain.Input.StepDeadlinePassed;
import io.paymentsengine.saga.domain.Input.Undone;
import io.paymentsengine.saga.domain.Outcome.Cancelled;
import io.paymentsengine.saga.domain.Outcome.Completed;
import io.paymentsengine.saga.domain.Outcome.Rejected;
import io.paymentsengine.saga.domain.State.Compensating;
import io.paymentsengine.saga.domain.State.Ended;
import io.paymentsengine.saga.domain.State.Running;
import io.paymentsengine.saga.domain.Transition.Verdict;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SagaEngineTest {

    private final SagaEngine engine = new SagaEngine(PaymentSaga.PAYMENT, TIMEOUTS);

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(
            textBlock =
                    """
                    # stands on,          what happens,           stands on then,      verdict
                    validate,             validate done,          reserve,             MOVED
                    validate,             validate refused,       REJECTED,            MOVED
                    validate,             cancel,                 CANCELLED,           MOVED
                    validate,             saga deadline,          REJECTED,            MOVED
                    validate,             compensate,             REJECTED,            MOVED
                    validate,             step deadline,          validate,            RESENT
                    validate,             started,                validate,            RESENT
                    validate,             retry,                  validate,            RESENT
                    validate,             reserve done,           validate,            UNCHANGED
                    validate,             settle done,            validate,            UNCHANGED
                    validate,             reserve undone,         validate,            UNCHANGED
                    reserve,              reserve done,           settle,              MOVED
                    reserve,              reserve refused,        REJECTED,            MOVED
                    reserve,              cancel,                 undo reserve,        MOVED
                    reserve,              saga deadline,          undo reserve,        MOVED
                    reserve,              compensate,             undo reserve,        MOVED
                    reserve,              step deadline,          reserve,             RESENT
                    reserve,              started,                reserve,             RESENT
                    reserve,              validate done,          reserve,             UNCHANGED
                    reserve,              validate refused,       reserve,             UNCHANGED
                    reserve,              reserve undone,         reserve,             UNCHANGED
                    reserve,              settle done,            reserve,             UNCHANGED
                    settle,               settle done,            COMPLETED,           MOVED
                    settle,               settle refused,         undo reserve,        MOVED
                    settle,               cancel,                 settle,              UNCHANGED
                    settle,               saga deadline,          settle,              UNCHANGED
                    settle,               compensate,             settle,              UNCHANGED
                    settle,               step deadline,          settle,              RESENT
                    settle,               retry,                  settle,              RESENT
                    settle,               reserve refused,        settle,              UNCHANGED
                    settle,               reserve undone,         settle,              UNCHANGED
                    undo reserve,         reserve undone,         CANCELLED,           MOVED
                    undo reserve,         reserve done,           undo reserve,        UNCHANGED
                    undo reserve,         reserve refused,        undo reserve,        UNCHANGED
                    undo reserve,         settle done,            undo reserve,        UNCHANGED
                    undo reserve,         cancel,                 undo reserve,        UNCHANGED
                    undo reserve,         saga deadline,          undo reserve,        UNCHANGED
                    undo reserve,         compensate,             undo reserve,        UNCHANGED
                    undo reserve,         step deadline,          undo reserve,        RESENT
                    undo reserve,         started,                undo reserve,        RESENT
                    undo reserve,         retry,                  undo reserve,        RESENT
                    COMPLETED,            started,                COMPLETED,           RESENT
                    COMPLETED,            cancel,                 COMPLETED,           RESENT
                    COMPLETED,            settle refused,         COMPLETED,           UNCHANGED
                    COMPLETED,            step deadline,          COMPLETED,           UNCHANGED
                    COMPLETED,            saga deadline,          COMPLETED,           UNCHANGED
                    COMPLETED,            attention deadline,     COMPLETED,           UNCHANGED
                    COMPLETED,            retry,                  COMPLETED,           UNCHANGED
                    COMPLETED,            compensate,             COMPLETED,           UNCHANGED
                    CANCELLED,            started,                CANCELLED,           RESENT
                    CANCELLED,            validate done,          CANCELLED,           UNCHANGED
                    CANCELLED,            reserve done,           CANCELLED,           UNCHANGED
                    """)
    void moves_on_what_it_awaits_and_on_nothing_else(
            String before, String input, String after, Verdict verdict) {
        Transition transition = engine.advance(standing(before), inputOf(input), NOW);

        assertThat(nameOf(transition.instance().state())).isEqualTo(after);
        assertThat(transition.verdict()).isEqualTo(verdict);
    }

    @Test
    void a_new_saga_asks_for_its_first_step_and_sets_all_deadlines() {
        Instance saga = engine.start(NOW, NOW).instance();

        assertThat(saga.state()).isEqualTo(new Running(VALIDATE));
        assertThat(saga.deadlines().step()).isEqualTo(NOW.plusSeconds(10));
        assertThat(saga.deadlines().saga()).isEqualTo(NOW.plusSeconds(120));
        assertThat(saga.deadlines().attention()).isEqualTo(NOW.plusSeconds(300));
        assertThat(saga.deadlines().alarm()).isEqualTo(NOW.plusSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({"0, 120", "100, 20", "119, 1", "-60, 120"})
    void its_time_began_with_the_request(long secondsBefore, long left) {
        Instance saga = engine.start(NOW.minusSeconds(secondsBefore), NOW).instance();

        assertThat(saga.deadlines().saga()).isEqualTo(NOW.plusSeconds(left));
    }

    @Test
    void a_saga_that_starts_after_its_deadline_asks_for_nothing() {
        Instance saga = engine.start(NOW.minusSeconds(120), NOW).instance();

        assertThat(nameOf(saga.state())).isEqualTo("REJECTED");
    }

    @ParameterizedTest
    @CsvSource({
        "validate, validate done, REJECTED",
        "reserve, reserve done, undo reserve",
        "settle, settle done, COMPLETED"
    })
    void an_answer_after_the_deadline_of_the_saga_takes_it_no_further(
            String before, String input, String after) {
        Instance late =
                engine.advance(standing(before), inputOf(input), NOW.plusSeconds(120)).instance();

        assertThat(nameOf(late.state())).isEqualTo(after);
    }

    @Test
    void a_refusal_says_why_it_ends() {
        Transition refused = engine.advance(standing("settle"), new Refused(SETTLE, REASON), NOW);

        assertThat(refused.instance().state())
                .isEqualTo(new Compensating(RESERVE, new Rejected(REASON)));
    }

    @Test
    void a_saga_cancelled_before_its_start_has_ended() {
        Transition transition = engine.cancelUnstarted(NOW);

        assertThat(transition.instance().state()).isEqualTo(new Ended(new Cancelled(), NOW));
        assertThat(transition.verdict()).isEqualTo(Verdict.MOVED);
    }

    @Test
    void the_wait_for_a_step_grows_with_each_repeat_and_starts_anew_with_the_next_step() {
        Instance saga = standing("validate");

        saga = engine.advance(saga, new StepDeadlinePassed(), NOW).instance();
        assertThat(saga.deadlines().step()).isEqualTo(NOW.plusSeconds(20));
        saga = engine.advance(saga, new StepDeadlinePassed(), NOW).instance();
        assertThat(saga.deadlines().step()).isEqualTo(NOW.plusSeconds(40));
        saga = engine.advance(saga, new Done(VALIDATE), NOW).instance();
        assertThat(saga.deadlines().step()).isEqualTo(NOW.plusSeconds(10));
        assertThat(saga.repeats()).isZero();
    }

    @Test
    void a_move_does_not_put_off_the_deadline_of_the_saga() {
        Instance saga = standing("validate");

        Instance moved =
                engine.advance(saga, new Done(VALIDATE), NOW.plus(Duration.ofMinutes(1)))
                        .instance();

        assertThat(moved.deadlines().saga()).isEqualTo(saga.deadlines().saga());
        assertThat(moved.deadlines().attention()).isEqualTo(NOW.plus(Duration.ofMinutes(6)));
    }

    @Test
    void the_deadline_of_the_saga_passes_once() {
        Instance late =
                engine.advance(standing("settle"), new SagaDeadlinePassed(), NOW).instance();

        assertThat(late.deadlines().saga()).isEqualTo(Deadlines.NEVER);
    }

    @Test
    void a_saga_in_need_of_attention_stands_where_it_stood_and_a_late_answer_moves_it_on() {
        Instance stuck =
                engine.advance(standing("settle"), new AttentionDeadlinePassed(), NOW).instance();
        assertThat(stuck.attention()).isTrue();
        assertThat(stuck.state()).isEqualTo(new Running(SETTLE));
        assertThat(stuck.deadlines().attention()).isEqualTo(Deadlines.NEVER);

        Instance asking = engine.advance(stuck, new StepDeadlinePassed(), NOW).instance();
        assertThat(asking.attention()).isTrue();

        Instance moved = engine.advance(asking, new Done(SETTLE), NOW).instance();
        assertThat(moved.state()).isEqualTo(new Ended(new Completed(), NOW));
        assertThat(moved.attention()).isFalse();
    }

    @Test
    void an_operators_retry_is_as_if_asked_for_the_first_time() {
        Instance stuck = standing("reserve");
        stuck = engine.advance(stuck, new StepDeadlinePassed(), NOW).instance();
        stuck = engine.advance(stuck, new AttentionDeadlinePassed(), NOW).instance();

        Instance retried = engine.advance(stuck, new Retry(), NOW).instance();

        assertThat(retried.state()).isEqualTo(stuck.state());
        assertThat(retried.attention()).isFalse();
        assertThat(retried.repeats()).isZero();
        assertThat(retried.deadlines().step()).isEqualTo(NOW.plusSeconds(10));
        assertThat(retried.deadlines().attention()).isEqualTo(NOW.plusSeconds(300));
    }

    @Test
    void what_changes_nothing_is_journalled_a_bounded_number_of_times() {
        Instance saga = standing("COMPLETED");
        int before = saga.journalSize().entries();

        for (int i = 0; i < 1_000; i++) {
            saga = engine.advance(saga, new Done(SETTLE), NOW).instance();
        }

        assertThat(saga.journalSize().entries()).isEqualTo(before + JournalSize.IDLE_MAX);
    }

    @Test
    void a_call_for_attention_is_journalled_however_much_came_before() {
        Instance saga = standing("reserve");
        for (int i = 0; i < 1_000; i++) {
            saga = engine.advance(saga, new Started(), NOW).instance();
        }

        Instance stuck = engine.advance(saga, new AttentionDeadlinePassed(), NOW).instance();

        assertThat(stuck.journalSize().entries()).isEqualTo(saga.journalSize().entries() + 1);
    }

    /// A saga that reached this state by itself.
    private Instance standing(String where) {
        Instance saga = engine.start(NOW, NOW).instance();
        return switch (where) {
            case "validate" -> saga;
            case "reserve" -> after(saga, new Done(VALIDATE));
            case "settle" -> after(saga, new Done(VALIDATE), new Done(RESERVE));
            case "undo reserve" -> after(saga, new Done(VALIDATE), new CancelRequested());
            case "COMPLETED" ->
                    after(saga, new Done(VALIDATE), new Done(RESERVE), new Done(SETTLE));
            case "CANCELLED" -> after(saga, new CancelRequested());
            default -> throw new IllegalArgumentException(where);
        };
    }

    private Instance after(Instance saga, Input... inputs) {
        for (Input input : inputs) {
            saga = engine.advance(saga, input, NOW).instance();
        }
        return saga;
    }

    private static Input inputOf(String words) {
        return switch (words) {
            case "started" -> new Started();
            case "cancel" -> new CancelRequested();
            case "step deadline" -> new StepDeadlinePassed();
            case "saga deadline" -> new SagaDeadlinePassed();
            case "attention deadline" -> new AttentionDeadlinePassed();
            case "retry" -> new Retry();
            case "compensate" -> new Compensate();
            default -> replyOf(words);
        };
    }

    private static Input replyOf(String words) {
        Step step = Step.valueOf(words.substring(0, words.indexOf(' ')).toUpperCase(Locale.ROOT));
        return switch (words.substring(words.indexOf(' ') + 1)) {
            case "done" -> new Done(step);
            case "refused" -> new Refused(step, REASON);
            case "undone" -> new Undone(step);
            default -> throw new IllegalArgumentException(words);
        };
    }

    private static String nameOf(State state) {
        return switch (state) {
            case Running(var step) -> step.word();
            case Compensating(var step, _) -> "undo " + step.word();
            case Ended(var outcome, _) -> outcome.word();
        };
    }
}

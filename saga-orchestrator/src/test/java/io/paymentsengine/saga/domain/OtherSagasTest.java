package io.paymentsengine.saga.domain;

import static io.paymentsengine.saga.domain.Sample.NOW;
import static io.paymentsengine.saga.domain.Sample.REASON;
import static io.paymentsengine.saga.domain.Sample.TIMEOUTS;
import static io.paymentsengine.saga.domain.Step.RESERVE;
import static io.paymentsengine.saga.domain.Step.SETTLE;
import static io.paymentsengine.saga.domain.Step.VALIDATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.saga.domain.Input.Done;
import io.paymentsengine.saga.domain.Input.Refused;
import io.paymentsengine.saga.domain.Input.Undone;
import io.paymentsengine.saga.domain.Outcome.Rejected;
import io.paymentsengine.saga.domain.State.Compensating;
import io.paymentsengine.saga.domain.State.Ended;
import io.paymentsengine.saga.domain.State.Running;
import io.paymentsengine.saga.domain.Transition.Verdict;
import org.junit.jupiter.api.Test;

/// Sagas of other shapes than a payment's.
class OtherSagasTest {

    @Test
    void several_steps_are_undone_from_bottom_to_top() {
        SagaEngine deep =
                new SagaEngine(
                        Saga.named("deep")
                                .undoable(VALIDATE)
                                .undoable(RESERVE)
                                .pivot(SETTLE)
                                .build(),
                        TIMEOUTS);
        Rejected rejected = new Rejected(REASON);
        Instance saga = deep.start(NOW, NOW).instance();
        saga = deep.advance(saga, new Done(VALIDATE), NOW).instance();
        saga = deep.advance(saga, new Done(RESERVE), NOW).instance();

        saga = deep.advance(saga, new Refused(SETTLE, REASON), NOW).instance();
        assertThat(saga.state()).isEqualTo(new Compensating(RESERVE, rejected));
        saga = deep.advance(saga, new Undone(RESERVE), NOW).instance();
        assertThat(saga.state()).isEqualTo(new Compensating(VALIDATE, rejected));
        saga = deep.advance(saga, new Undone(VALIDATE), NOW).instance();
        assertThat(saga.state()).isEqualTo(new Ended(rejected, NOW));
    }

    @Test
    void only_the_undo_that_is_awaited_goes_further_back() {
        SagaEngine deep =
                new SagaEngine(
                        Saga.named("deep").undoable(VALIDATE).undoable(RESERVE).build(), TIMEOUTS);
        Instance saga = deep.start(NOW, NOW).instance();
        saga = deep.advance(saga, new Done(VALIDATE), NOW).instance();
        saga = deep.advance(saga, new Refused(RESERVE, REASON), NOW).instance();

        Transition late = deep.advance(saga, new Undone(RESERVE), NOW);

        assertThat(late.verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThat(late.instance().state())
                .isEqualTo(new Compensating(VALIDATE, new Rejected(REASON)));
    }

    @Test
    void behind_the_pivot_not_even_a_refusal_turns_it_back() {
        SagaEngine forward =
                new SagaEngine(
                        Saga.named("forward").pivot(RESERVE).asking(SETTLE).build(), TIMEOUTS);
        Instance saga = forward.start(NOW, NOW).instance();
        saga = forward.advance(saga, new Done(RESERVE), NOW).instance();

        Transition refused = forward.advance(saga, new Refused(SETTLE, REASON), NOW);

        assertThat(refused.verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThat(refused.instance().state()).isEqualTo(new Running(SETTLE));
    }
}

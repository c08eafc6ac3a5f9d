package io.paymentsengine.saga.domain;

import static io.paymentsengine.saga.domain.Step.RESERVE;
import static io.paymentsengine.saga.domain.Step.SETTLE;
import static io.paymentsengine.saga.domain.Step.VALIDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SagaTest {

    @Test
    void runs_from_top_to_bottom() {
        assertThat(PaymentSaga.PAYMENT.first()).isEqualTo(VALIDATE);
        assertThat(PaymentSaga.PAYMENT.after(VALIDATE)).contains(RESERVE);
        assertThat(PaymentSaga.PAYMENT.after(RESERVE)).contains(SETTLE);
        assertThat(PaymentSaga.PAYMENT.after(SETTLE)).isEmpty();
    }

    @Test
    void undoes_from_bottom_to_top_and_only_what_can_be_undone() {
        Saga saga =
                Saga.named("two undos").undoable(VALIDATE).asking(RESERVE).undoable(SETTLE).build();

        assertThat(saga.undoFrom(SETTLE)).contains(SETTLE);
        assertThat(saga.undoBefore(SETTLE)).contains(VALIDATE);
        assertThat(saga.undoFrom(RESERVE)).contains(VALIDATE);
        assertThat(saga.undoBefore(VALIDATE)).isEmpty();
    }

    @Test
    void turns_back_before_its_pivot_alone() {
        Saga saga =
                Saga.named("pivot first").asking(VALIDATE).pivot(RESERVE).asking(SETTLE).build();

        assertThat(saga.canTurnBackAt(VALIDATE)).isTrue();
        assertThat(saga.canTurnBackAt(RESERVE)).isFalse();
        assertThat(saga.canBeRefused(RESERVE)).isTrue();
        assertThat(saga.canBeRefused(SETTLE)).isFalse();
    }

    @Test
    void turns_back_anywhere_without_a_pivot() {
        Saga saga = Saga.named("no pivot").undoable(VALIDATE).build();

        assertThat(saga.canTurnBackAt(VALIDATE)).isTrue();
        assertThat(saga.canBeRefused(VALIDATE)).isTrue();
    }

    @Test
    void refuses_an_undoable_step_behind_the_pivot() {
        Saga.Builder saga = Saga.named("payment").pivot(SETTLE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> saga.undoable(RESERVE))
                .withMessage("reserve is behind the pivot of payment and would never be undone");
    }

    @Test
    void refuses_a_second_pivot() {
        Saga.Builder saga = Saga.named("payment").pivot(SETTLE);

        assertThatIllegalArgumentException().isThrownBy(() -> saga.pivot(RESERVE));
    }

    @Test
    void refuses_a_step_twice() {
        Saga.Builder saga = Saga.named("payment").asking(VALIDATE);

        assertThatIllegalArgumentException().isThrownBy(() -> saga.undoable(VALIDATE));
    }

    @Test
    void refuses_to_be_empty() {
        Saga.Builder saga = Saga.named("nothing");

        assertThatIllegalArgumentException().isThrownBy(saga::build);
    }
}

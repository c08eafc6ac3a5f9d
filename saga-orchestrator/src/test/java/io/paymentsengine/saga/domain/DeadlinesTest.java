package io.paymentsengine.saga.domain;

import static io.paymentsengine.saga.domain.Deadlines.NEVER;
import static io.paymentsengine.saga.domain.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.paymentsengine.saga.domain.Input.AttentionDeadlinePassed;
import io.paymentsengine.saga.domain.Input.SagaDeadlinePassed;
import io.paymentsengine.saga.domain.Input.StepDeadlinePassed;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private static final Instant SOON = NOW.plusSeconds(1);
    private static final Instant LATER = NOW.plusSeconds(2);

    @Test
    void nothing_has_passed_before_its_time() {
        assertThat(new Deadlines(SOON, SOON, SOON, SOON).passed(NOW)).isEmpty();
        assertThat(Deadlines.NONE.passed(NOW)).isEmpty();
    }

    @Test
    void the_most_urgent_of_what_has_passed_comes_first() {
        assertThat(new Deadlines(NOW, NOW, NOW, NOW).passed(NOW))
                .contains(new SagaDeadlinePassed());
        assertThat(new Deadlines(NOW, SOON, NOW, NOW).passed(NOW))
                .contains(new StepDeadlinePassed());
        assertThat(new Deadlines(SOON, SOON, NOW, NOW).passed(NOW))
                .contains(new AttentionDeadlinePassed());
    }

    @Test
    void a_deadline_that_is_put_off_leaves_the_alarm_and_one_that_is_nearer_moves_it() {
        Deadlines deadlines = new Deadlines(SOON, NEVER, NEVER, SOON);

        assertThat(deadlines.withStep(LATER).alarm()).isEqualTo(SOON);
        assertThat(deadlines.withSaga(NOW).alarm()).isEqualTo(NOW);
    }

    @Test
    void an_alarm_that_rang_is_set_to_what_comes_next() {
        Deadlines deadlines = new Deadlines(LATER, NEVER, NEVER, NOW);

        assertThat(deadlines.rearmed().alarm()).isEqualTo(LATER);
    }

    @Test
    void an_alarm_never_rings_late() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Deadlines(SOON, NEVER, NEVER, LATER));
    }
}

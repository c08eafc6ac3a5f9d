package io.paymentsengine.payment.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.payment.testing.Samples;
import io.paymentsengine.platform.messaging.Outgoing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResendCommandsTest {

    private static final Duration AGE = Duration.ofMinutes(10);
    private static final ResendCommands.Round NOTHING =
            new ResendCommands.Round(0, Optional.empty());

    private final Payment.Accepted payment = Samples.payment();
    private final Payment.Accepted next = Samples.payment();
    private final List<List<Outgoing>> sent = new ArrayList<>();

    @Test
    void a_payment_is_asked_for_when_it_is_old_enough() {
        Payment.Accepted foreign = Samples.payment(Samples.NED);
        ResendCommands soon = after(AGE.minusMillis(1), payment, foreign);
        ResendCommands late = after(AGE.plusMillis(1), payment, foreign);

        assertThat(soon.ask(Samples.STD, Optional.empty(), AGE, 10)).isEqualTo(NOTHING);
        assertThat(sent).isEmpty();

        assertThat(late.ask(Samples.STD, Optional.empty(), AGE, 10))
                .isEqualTo(new ResendCommands.Round(1, Optional.empty()));
        assertThat(sent).containsExactly(List.of(SagaStart.of(payment, null)));
    }

    @Test
    void a_round_goes_on_where_the_one_before_stopped() {
        ResendCommands resendCommands = after(AGE.multipliedBy(2), payment, next);

        assertThat(resendCommands.ask(Samples.STD, Optional.empty(), AGE, 1))
                .isEqualTo(stoppedAt(payment.id()));
        assertThat(resendCommands.ask(Samples.STD, Optional.of(payment.id()), AGE, 1))
                .isEqualTo(stoppedAt(next.id()));
        assertThat(resendCommands.ask(Samples.STD, Optional.of(next.id()), AGE, 1))
                .isEqualTo(NOTHING);

        assertThat(sent)
                .containsExactly(
                        List.of(SagaStart.of(payment, null)), List.of(SagaStart.of(next, null)));
    }

    @Test
    void a_cancellation_is_asked_again_behind_the_start() {
        Instant at = payment.createdAt().plusSeconds(1);
        MemoryPayments payments = MemoryPayments.with(payment);
        payments.requestCancellation(new PaymentKey(payment.tenant(), payment.id()), at);

        after(AGE.multipliedBy(2), payments).ask(Samples.STD, Optional.empty(), AGE, 10);

        assertThat(sent)
                .containsExactly(
                        List.of(
                                SagaStart.of(payment, null),
                                SagaCancellation.of(payment, at, null)));
    }

    private static ResendCommands.Round stoppedAt(PaymentId payment) {
        return new ResendCommands.Round(1, Optional.of(payment));
    }

    private ResendCommands after(Duration age, Payment.Accepted... accepted) {
        return after(age, MemoryPayments.with(accepted));
    }

    private ResendCommands after(Duration age, MemoryPayments payments) {
        return new ResendCommands(
                payments,
                messages -> sent.add(List.copyOf(messages)),
                Clock.fixed(payment.createdAt().plus(age), ZoneOffset.UTC));
    }
}

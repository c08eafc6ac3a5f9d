package io.paymentsengine.payment.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.SagaCommand;
import io.paymentsengine.contracts.vocabulary.RejectionReason;
import io.paymentsengine.payment.application.CancelPayment.Outcome;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.payment.testing.Samples;
import io.paymentsengine.platform.messaging.Outgoing;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancelPaymentTest {

    private static final Instant AT = Instant.parse("2026-01-31T12:00:00Z");

    private final Payment.Accepted payment = Samples.payment();
    private final List<Outgoing> sent = new ArrayList<>();

    @Test
    void the_saga_of_an_open_payment_is_told() {
        assertThat(cancel(payment)).isEqualTo(new Outcome.Requested(payment));
        assertThat(sent)
                .extracting(Outgoing::tenant, Outgoing::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Samples.STD, new SagaCommand.CancelPayment(payment.id(), AT)));
    }

    @Test
    void a_payment_that_has_ended_is_answered_by_its_end() {
        Payment.Ended cancelled = payment.cancel(AT);
        Payment.Ended completed = payment.complete(AT);
        Payment.Ended rejected = payment.reject(new RejectionReason("NOT_LIKED", "Not liked."), AT);

        assertThat(cancel(cancelled)).isEqualTo(new Outcome.Requested(cancelled));
        assertThat(cancel(completed)).isEqualTo(new Outcome.EndedOtherwise(completed));
        assertThat(cancel(rejected)).isEqualTo(new Outcome.EndedOtherwise(rejected));
        assertThat(sent).isEmpty();
    }

    @Test
    void a_payment_that_ends_meanwhile_is_answered_by_its_end() {
        MemoryPayments payments = MemoryPayments.with(payment);
        payments.endMeanwhile(payment.complete(AT));

        assertThat(cancelling(payments, AT).cancel(Samples.STD, payment.id()))
                .isEqualTo(new Outcome.EndedOtherwise(payment.complete(AT)));
        assertThat(sent).isEmpty();
    }

    @Test
    void the_first_cancellation_is_kept_for_who_asks_again() {
        MemoryPayments payments = MemoryPayments.with(payment);

        cancelling(payments, AT).cancel(Samples.STD, payment.id());
        cancelling(payments, AT.plusSeconds(1)).cancel(Samples.STD, payment.id());

        assertThat(payments.cancellationOf(payment)).contains(AT);
    }

    @Test
    void another_tenants_payment_is_unknown() {
        assertThat(cancelling(payment).cancel(Samples.NED, payment.id()))
                .isEqualTo(new Outcome.Unknown());
        assertThat(sent).isEmpty();
    }

    private Outcome cancel(Payment stored) {
        return cancelling(stored).cancel(Samples.STD, stored.id());
    }

    private CancelPayment cancelling(Payment stored) {
        return cancelling(MemoryPayments.with(stored), AT);
    }

    private CancelPayment cancelling(MemoryPayments payments, Instant now) {
        return new CancelPayment(payments, sent::addAll, Clock.fixed(now, ZoneOffset.UTC));
    }
}

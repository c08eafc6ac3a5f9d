package io.paymentsengine.payment.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.PaymentEvent;
import io.paymentsengine.contracts.PaymentEvent.PaymentCancelled;
import io.paymentsengine.contracts.PaymentEvent.PaymentCompleted;
import io.paymentsengine.contracts.PaymentEvent.PaymentRejected;
import io.paymentsengine.contracts.vocabulary.RejectionReason;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.payment.testing.Samples;
import io.paymentsengine.platform.messaging.Received;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConclusionsTest {

    private static final Instant AT = Instant.parse("2026-01-31T12:00:00Z");
    private static final RejectionReason FUNDS = new RejectionReason("INSUFFICIENT_FUNDS", "…");

    private final Payment.Accepted payment = Samples.payment();

    @Test
    void each_event_ends_its_payment_in_its_way() {
        Payment.Accepted second = Samples.payment();
        Payment.Accepted third = Samples.payment();

        Conclusions decided =
                decide(
                        List.of(payment, second, third),
                        new PaymentCompleted(payment.id(), AT),
                        new PaymentRejected(second.id(), FUNDS, AT),
                        new PaymentCancelled(third.id(), AT));

        assertThat(decided.ended())
                .containsExactly(payment.complete(AT), second.reject(FUNDS, AT), third.cancel(AT));
        assertThat(decided.unknown()).isEmpty();
        assertThat(decided.contradicting()).isEmpty();
    }

    @Test
    void a_repeat_in_a_later_batch_changes_nothing() {
        Conclusions decided =
                decide(
                        List.of(payment.reject(FUNDS, AT)),
                        new PaymentRejected(payment.id(), FUNDS, AT.plusSeconds(1)));

        assertThat(decided).isEqualTo(nothing());
    }

    @Test
    void a_repeat_in_the_same_batch_ends_it_once() {
        PaymentCompleted event = new PaymentCompleted(payment.id(), AT);

        Conclusions decided = decide(List.of(payment), event, event);

        assertThat(decided.ended()).containsExactly(payment.complete(AT));
        assertThat(decided.contradicting()).isEmpty();
    }

    @Test
    void the_first_end_stands_against_any_other() {
        PaymentCancelled other = new PaymentCancelled(payment.id(), AT);

        Conclusions later = decide(List.of(payment.complete(AT)), other);
        Conclusions together =
                decide(List.of(payment), new PaymentCompleted(payment.id(), AT), other);

        assertThat(later.ended()).isEmpty();
        assertThat(later.contradicting()).extracting(Received::message).containsExactly(other);
        assertThat(together.ended()).containsExactly(payment.complete(AT));
        assertThat(together.contradicting()).extracting(Received::message).containsExactly(other);
    }

    @Test
    void another_tenants_payment_is_unknown() {
        Payment.Accepted foreign = Samples.payment(Samples.NED);

        Conclusions decided = decide(List.of(foreign), new PaymentCompleted(foreign.id(), AT));

        assertThat(decided.ended()).isEmpty();
        assertThat(decided.unknown()).hasSize(1);
    }

    private static Conclusions decide(List<? extends Payment> before, PaymentEvent... events) {
        Map<PaymentKey, Payment> stored =
                before.stream()
                        .collect(
                                java.util.stream.Collectors.toMap(
                                        each -> new PaymentKey(each.tenant(), each.id()),
                                        each -> each));
        return Conclusions.of(
                stored,
                List.of(events).stream().map(each -> Received.of(Samples.STD, each)).toList());
    }

    private static Conclusions nothing() {
        return new Conclusions(List.of(), List.of(), List.of());
    }
}

package io.paymentsengine.payment.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.PaymentEvent;
import io.paymentsengine.contracts.PaymentEvent.PaymentCancelled;
import io.paymentsengine.contracts.PaymentEvent.PaymentCompleted;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.payment.testing.Samples;
import io.paymentsengine.platform.messaging.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConcludePaymentsTest {

    private static final Instant AT = Instant.parse("2036-01-31T12:00:00Z");

    private final Payment.Accepted payment = Samples.payment();
    private final MemoryPayments payments = MemoryPayments.with(payment);
    private final Watches watches = new Watches(1, 1);
    private final List<String> dead = new ArrayList<>();
    private final List<Payment> signalled = new ArrayList<>();
    private final Meters meters = new Meters();
    private final ConcludePayments concludePayments =
            new ConcludePayments(
                    payments,
                    (event, reason, _) -> dead.add(reason + " " + event.message().key()),
                    watches,
                    signalled::addAll,
                    meters.payments);

    @Test
    void an_end_is_stored_and_then_told() {
        Watch watch =
                watches.watchEnd(new PaymentKey(payment.tenant(), payment.id())).orElseThrow();

        Transactions.committing(
                () -> {
                    conclude(new PaymentCompleted(payment.id(), AT));
                    assertThat(signalled).isEmpty();
                });

        assertThat(stored()).contains(payment.complete(AT));
        assertThat(signalled).containsExactly(payment.complete(AT));
        assertThat(meters.ended("completed")).isEqualTo(1);
        assertThat(dead).isEmpty();
        watch.await(Duration.ofDays(1)); // returns at once: the notification is not missed
        assertThat(watch.end()).contains(payment.complete(AT));
    }

    @Test
    void an_end_that_is_known_is_not_told_again() {
        payments.endAll(List.of(payment.complete(AT)));

        Transactions.committing(() -> conclude(new PaymentCompleted(payment.id(), AT)));

        assertThat(signalled).isEmpty();
        assertThat(meters.ended("completed")).isZero();
    }

    @Test
    void what_can_not_be_concluded_is_set_aside() {
        Payment.Accepted unknown = Samples.payment();

        Transactions.committing(
                () ->
                        conclude(
                                new PaymentCompleted(payment.id(), AT),
                                new PaymentCancelled(payment.id(), AT),
                                new PaymentCompleted(unknown.id(), AT)));

        assertThat(stored()).contains(payment.complete(AT));
        assertThat(dead)
                .containsExactlyInAnyOrder(
                        "contradicting-end " + payment.id(), "unknown-payment " + unknown.id());
    }

    private Optional<Payment> stored() {
        return payments.find(new PaymentKey(payment.tenant(), payment.id()));
    }

    private void conclude(PaymentEvent... events) {
        concludePayments.conclude(
                Stream.of(events).map(event -> Received.of(Samples.STD, event)).toList());
    }
}

package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.platform.messaging.Outbox;
import io.paymentsengine.platform.telemetry.TraceParent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Requests the cancellation of payments. The saga decides whether that is still possible. Repeating a request
/// is harmless. The request is stored, so that [ResendCommands] can repeat it if the saga does not receive it.
@Service
public class CancelPayment {

    private final Payments payments;
    private final Outbox outbox;
    private final Clock clock;

    CancelPayment(Payments payments, Outbox outbox, Clock clock) {
        this.payments = payments;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// Result of a cancellation request.
    public sealed interface Outcome {

        /// The saga is notified, or has already cancelled the payment.
        record Requested(Payment payment) implements Outcome {}

        /// The payment has ended otherwise.
        record EndedOtherwise(Payment.Ended payment) implements Outcome {}

        /// The tenant has no such payment.
        record Unknown() implements Outcome {}
    }

    /// Requests the cancellation of one payment, unless it has ended.
    @Transactional
    public Outcome cancel(TenantId tenant, PaymentId id) {
        Optional<Payment> found = payments.find(new PaymentKey(tenant, id));
        return found.map(this::cancel).orElseGet(Outcome.Unknown::new);
    }

    private Outcome cancel(Payment payment) {
        return switch (payment) {
            case Payment.Accepted open -> request(open);
            case Payment.Ended ended -> outcomeOf(ended);
        };
    }

    private static Outcome outcomeOf(Payment.Ended payment) {
        return switch (payment) {
            case Payment.Cancelled cancelled -> new Outcome.Requested(cancelled);
            case Payment.Completed completed -> new Outcome.EndedOtherwise(completed);
            case Payment.Rejected rejected -> new Outcome.EndedOtherwise(rejected);
        };
    }

    private Outcome request(Payment.Accepted payment) {
        Instant now = clock.instant();
        PaymentKey key = new PaymentKey(payment.tenant(), payment.id());
        boolean stored = payments.requestCancellation(key, now);
        // an earlier request is stored, or the payment has ended since it was read
        return !stored && payments.findAll(List.of(key)).get(key) instanceof Payment.Ended ended
                ? outcomeOf(ended)
                : notifySaga(payment, now);
    }

    private Outcome notifySaga(Payment.Accepted payment, Instant now) {
        outbox.add(SagaCancellation.of(payment, now, TraceParent.currentHeader()));
        return new Outcome.Requested(payment);
    }
}

package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.PaymentEvent;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.platform.messaging.DeadLetters;
import io.paymentsengine.platform.messaging.Received;
import io.paymentsengine.platform.telemetry.LogContext;
import io.paymentsengine.platform.transactions.AfterCommit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Stores how payments ended and notifies the requests that wait for it.
@Service
public class ConcludePayments {

    private static final Logger LOG = LoggerFactory.getLogger(ConcludePayments.class);

    private final Payments payments;
    private final DeadLetters deadLetters;
    private final Watches watches;
    private final PaymentNotifications notifications;
    private final PaymentMeters meters;

    ConcludePayments(
            Payments payments,
            DeadLetters deadLetters,
            Watches watches,
            PaymentNotifications notifications,
            PaymentMeters meters) {
        this.payments = payments;
        this.deadLetters = deadLetters;
        this.watches = watches;
        this.notifications = notifications;
        this.meters = meters;
    }

    /// Ends the payments that a batch of events is about, in the batch's transaction.
    public void conclude(List<Received<PaymentEvent>> batch) {
        Set<PaymentKey> keys = batch.stream().map(Conclusions::keyOf).collect(Collectors.toSet());
        Conclusions decided = Conclusions.of(payments.findAll(keys), batch);
        decided.unknown().forEach(this::buryUnknown);
        decided.contradicting().forEach(this::buryContradicting);
        if (!decided.ended().isEmpty()) {
            payments.endAll(decided.ended());
            AfterCommit.run(() -> tell(decided.ended()));
        }
    }

    private void tell(List<Payment.Ended> ended) {
        meters.ended(ended);
        watches.ended(ended);
        notifications.ended(ended);
    }

    private void buryUnknown(Received<PaymentEvent> event) {
        deadLetters.add(event, "unknown-payment", "There is no payment that this could end.");
    }

    private void buryContradicting(Received<PaymentEvent> event) {
        try (var _ = LogContext.tenant(event.tenant());
                var _ = LogContext.payment(event.message().paymentId())) {
            LOG.error(
                    "The payment has ended, and {} says otherwise: it becomes a dead letter",
                    event.message().getClass().getSimpleName());
        }
        deadLetters.add(event, "contradicting-end", "The payment has ended otherwise before.");
    }
}

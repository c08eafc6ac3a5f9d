package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.PaymentEvent;
import io.paymentsengine.contracts.PaymentEvent.PaymentCancelled;
import io.paymentsengine.contracts.PaymentEvent.PaymentCompleted;
import io.paymentsengine.contracts.PaymentEvent.PaymentRejected;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.platform.messaging.Received;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a batch of events means for its payments, decided without side effects.
///
/// @param ended payments that end now
/// @param unknown events about payments that do not exist
/// @param contradicting events that contradict how their payment has ended
record Conclusions(
        List<Payment.Ended> ended,
        List<Received<PaymentEvent>> unknown,
        List<Received<PaymentEvent>> contradicting) {

    /// Applies the events one after the other. A repeated event, from an earlier batch or within this one,
    /// leaves its payment unchanged.
    static Conclusions of(
            Map<PaymentKey, Payment> before, List<? extends Received<PaymentEvent>> events) {
        Conclusions conclusions =
                new Conclusions(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<PaymentKey, Payment> now = new HashMap<>(before);
        events.forEach(event -> conclusions.take(event, now));
        return conclusions;
    }

    static PaymentKey keyOf(Received<PaymentEvent> event) {
        return new PaymentKey(event.tenant(), event.message().paymentId());
    }

    private void take(Received<PaymentEvent> event, Map<PaymentKey, Payment> now) {
        PaymentKey key = keyOf(event);
        switch (now.get(key)) {
            case null -> unknown.add(event);
            case Payment.Accepted open -> {
                Payment.Ended end = end(open, event.message());
                ended.add(end);
                now.put(key, end);
            }
            case Payment.Ended end -> {
                if (!end.agreesWith(end(end.request(), event.message()))) {
                    contradicting.add(event);
                }
            }
        }
    }

    private static Payment.Ended end(Payment.Accepted payment, PaymentEvent event) {
        return switch (event) {
            case PaymentCompleted completed -> payment.complete(completed.at());
            case PaymentRejected rejected -> payment.reject(rejected.reason(), rejected.at());
            case PaymentCancelled cancelled -> payment.cancel(cancelled.at());
        };
    }
}

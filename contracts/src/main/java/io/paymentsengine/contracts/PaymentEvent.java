package io.paymentsengine.contracts;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.RejectionReason;
import java.time.Instant;

/// How a payment ended, on [Topics#PAYMENT_EVENTS]. Each payment ends with exactly one of these
/// events.
public sealed interface PaymentEvent extends Message {

    /// When the payment ended.
    Instant at();

    /// The money has moved.
    record PaymentCompleted(PaymentId paymentId, Instant at) implements PaymentEvent {}

    /// The payment was refused; no money has moved and none is held.
    record PaymentRejected(PaymentId paymentId, RejectionReason reason, Instant at)
            implements PaymentEvent {}

    /// The client cancelled the payment; no money has moved and none is held.
    record PaymentCancelled(PaymentId paymentId, Instant at) implements PaymentEvent {}
}

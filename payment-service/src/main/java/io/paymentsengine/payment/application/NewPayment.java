package io.paymentsengine.payment.application;

import io.paymentsengine.payment.application.RequestPayment.Outcome;
import io.paymentsengine.payment.domain.Payment;
import java.util.Optional;

/// A payment that is about to be stored.
///
/// @param key what makes repeats of its request one request, where the client sent one
/// @param traceParent the W3C trace context of its request, where known
public record NewPayment(
        Payment.Accepted payment, Optional<String> key, Optional<String> traceParent) {

    /// What it is to the payment that its key has made: the key belongs to what it was first used for, and
    /// the same transfer again is a repeat.
    Outcome repeats(Payment.Accepted earlier) {
        return earlier.transfer().equals(payment.transfer())
                ? new Outcome.Repeated(earlier, false)
                : new Outcome.KeyTaken();
    }

    /// The key as nobody else's: each tenant has its own.
    Optional<RequestKey> requestKey() {
        return key.map(value -> new RequestKey(payment.tenant(), value));
    }
}

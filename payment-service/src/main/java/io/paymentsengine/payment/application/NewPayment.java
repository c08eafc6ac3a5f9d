package io.paymentsengine.payment.application;

import io.paymentsengine.payment.application.RequestPayment.Outcome;
import io.paymentsengine.payment.domain.Payment;
import java.util.Optional;

/// A payment that is about to be stored.
///
/// @param key the idempotency key that makes repeats of the request one request, if the client sent one
/// @param traceParent W3C trace context of the request, if known
public record NewPayment(
        Payment.Accepted payment, Optional<String> key, Optional<String> traceParent) {

    /// Decides what this request is, given the payment that was created with its key: a repeat if it asks for
    /// the same transfer. Otherwise the key is taken, because it belongs to the request that used it first.
    Outcome repeats(Payment.Accepted earlier) {
        return earlier.transfer().equals(payment.transfer())
                ? new Outcome.Repeated(earlier, false)
                : new Outcome.KeyTaken();
    }

    /// The key qualified by the tenant, because each tenant has its own keys.
    Optional<RequestKey> requestKey() {
        return key.map(value -> new RequestKey(payment.tenant(), value));
    }
}

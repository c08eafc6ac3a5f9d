package io.paymentsengine.payment.application;

import io.paymentsengine.payment.domain.Payment;
import java.util.Optional;

/// A payment that is about to be stored.
///
/// @param key what makes repeats of its request one request, where the client sent one
/// @param traceParent the W3C trace context of its request, where known
public record NewPayment(
        Payment.Accepted payment, Optional<String> key, Optional<String> traceParent) {

    /// The key as nobody else's: each tenant has its own.
    Optional<RequestKey> requestKey() {
        return key.map(value -> new RequestKey(payment.tenant(), value));
    }
}

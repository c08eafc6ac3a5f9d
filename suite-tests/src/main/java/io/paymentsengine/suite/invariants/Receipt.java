package io.paymentsengine.suite.invariants;

import io.paymentsengine.suite.client.Payment;
import io.paymentsengine.suite.client.PaymentOrder;
import org.jspecify.annotations.Nullable;

/// A client's proof: a payment that was answered with 2xx.
///
/// @param key the `Idempotency-Key` of the request, if any
/// @param order what was requested
/// @param payment the payment as last seen by the client; if it had ended, its end is final
public record Receipt(String tenant, @Nullable String key, PaymentOrder order, Payment payment) {}

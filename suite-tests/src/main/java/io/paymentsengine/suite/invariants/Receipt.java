package io.paymentsengine.suite.invariants;

import io.paymentsengine.suite.client.Payment;
import io.paymentsengine.suite.client.PaymentOrder;
import org.jspecify.annotations.Nullable;

/// What a client has in its hands: a payment that was answered with 2xx.
///
/// @param key the `Idempotency-Key` that it was asked for with, if any
/// @param order what was asked for
/// @param payment as it was last answered; its end, if it had one, is for ever
public record Receipt(String tenant, @Nullable String key, PaymentOrder order, Payment payment) {}

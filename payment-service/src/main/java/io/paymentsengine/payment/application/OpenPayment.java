package io.paymentsengine.payment.application;

import io.paymentsengine.payment.domain.Payment;
import java.time.Instant;
import java.util.Optional;

/// A payment that has not ended, and what its client wants of it.
///
/// @param cancelRequestedAt when the client took it back, if it did
public record OpenPayment(Payment.Accepted payment, Optional<Instant> cancelRequestedAt) {}

package io.paymentsengine.payment.application;

import io.paymentsengine.payment.domain.Payment;
import java.time.Instant;
import java.util.Optional;

/// A payment that has not ended, and whether its client wants to cancel it.
///
/// @param cancelRequestedAt when the client requested cancellation, if it did
public record OpenPayment(Payment.Accepted payment, Optional<Instant> cancelRequestedAt) {}

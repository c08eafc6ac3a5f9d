package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;

/// Identifies a payment of a tenant. A lookup on behalf of another tenant finds nothing.
public record PaymentKey(TenantId tenant, PaymentId id) {}

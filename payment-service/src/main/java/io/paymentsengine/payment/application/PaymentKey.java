package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;

/// A tenant's payment: who asks for another tenant's finds nothing.
public record PaymentKey(TenantId tenant, PaymentId id) {}

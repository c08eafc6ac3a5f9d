package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.vocabulary.TenantId;

/// A tenant's idempotency key. Two tenants may use the same value.
public record RequestKey(TenantId tenant, String value) {}

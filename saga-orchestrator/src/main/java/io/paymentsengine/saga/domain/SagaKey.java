package io.paymentsengine.saga.domain;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;

/// Identifies a saga. Each payment of a tenant has one.
public record SagaKey(TenantId tenant, PaymentId payment) {}

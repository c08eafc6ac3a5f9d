package io.paymentsengine.saga.domain;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;

/// Names a saga: each payment of a tenant has one.
public record SagaKey(TenantId tenant, PaymentId payment) {}

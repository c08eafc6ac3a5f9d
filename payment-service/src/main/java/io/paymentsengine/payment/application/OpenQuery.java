package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.time.Instant;
import java.util.Optional;

/// Which of a tenant's payments that have not ended.
///
/// @param after accepted after this one, where there is one
/// @param before accepted before this time
/// @param max how many at most
public record OpenQuery(TenantId tenant, Optional<PaymentId> after, Instant before, int max) {}

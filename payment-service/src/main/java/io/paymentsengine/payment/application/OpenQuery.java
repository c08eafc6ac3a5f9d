package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.time.Instant;
import java.util.Optional;

/// Selects payments of a tenant that have not ended.
///
/// @param after only payments accepted after this one, if given
/// @param before only payments accepted before this time
/// @param max maximum number of payments
public record OpenQuery(TenantId tenant, Optional<PaymentId> after, Instant before, int max) {}

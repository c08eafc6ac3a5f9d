package io.paymentsengine.validation.application;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.validation.domain.Limits;
import java.time.Instant;

/// A change of a tenant's limits.
///
/// @param operator who changed them
/// @param reason the reason, for later reference
public record LimitChange(
        TenantId tenant, Limits limits, Instant at, String operator, String reason) {}

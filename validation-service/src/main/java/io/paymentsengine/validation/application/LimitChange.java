package io.paymentsengine.validation.application;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.validation.domain.Limits;
import java.time.Instant;

/// New limits for a tenant.
///
/// @param operator who changed them
/// @param why for whoever asks later
public record LimitChange(
        TenantId tenant, Limits limits, Instant at, String operator, String why) {}

package io.paymentsengine.validation.application;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.validation.domain.Limits;
import java.util.Optional;

/// The limits that a tenant has now.
///
/// @param change the change that made them, or empty where they are the registry's
public record TenantLimits(TenantId tenant, Limits limits, Optional<LimitChange> change) {

    static TenantLimits by(LimitChange change) {
        return new TenantLimits(change.tenant(), change.limits(), Optional.of(change));
    }
}

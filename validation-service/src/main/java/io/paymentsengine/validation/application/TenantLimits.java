package io.paymentsengine.validation.application;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.validation.domain.Limits;
import java.util.Optional;

/// The limits that apply to a tenant now.
///
/// @param change the change that set them, or empty if they come from the registry
public record TenantLimits(TenantId tenant, Limits limits, Optional<LimitChange> change) {

    static TenantLimits by(LimitChange change) {
        return new TenantLimits(change.tenant(), change.limits(), Optional.of(change));
    }
}

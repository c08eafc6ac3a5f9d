package io.paymentsengine.validation.application;

import io.paymentsengine.contracts.vocabulary.TenantId;
import java.util.Collection;
import java.util.Map;

/// Changes of tenants' limits at run time. Nothing is overwritten: the last change applies, and the earlier
/// ones show what applied when.
public interface LimitChanges {

    /// Returns the last change for each of these tenants that has any.
    Map<TenantId, LimitChange> latest(Collection<TenantId> tenants);

    void add(LimitChange change);
}

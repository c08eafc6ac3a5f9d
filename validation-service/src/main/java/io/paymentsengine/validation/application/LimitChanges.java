package io.paymentsengine.validation.application;

import io.paymentsengine.contracts.vocabulary.TenantId;
import java.util.Collection;
import java.util.Map;

/// How tenants' limits were changed at run time. Nothing is overwritten: the last change counts, the
/// ones before it say what was true when.
public interface LimitChanges {

    /// The last change of each of these tenants that has any.
    Map<TenantId, LimitChange> latest(Collection<TenantId> tenants);

    void add(LimitChange change);
}

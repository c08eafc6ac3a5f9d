package io.paymentsengine.simulation.stores;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.validation.application.LimitChange;
import io.paymentsengine.validation.application.LimitChanges;
import java.util.Collection;
import java.util.Map;

/// Limits never change here: those in the registry apply.
public final class MemoryLimitChanges implements LimitChanges {

    @Override
    public Map<TenantId, LimitChange> latest(Collection<TenantId> tenants) {
        return Map.of();
    }

    @Override
    public void add(LimitChange change) {
        throw new UnsupportedOperationException("not used by the simulation");
    }
}

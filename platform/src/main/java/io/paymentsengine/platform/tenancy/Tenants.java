package io.paymentsengine.platform.tenancy;

import io.paymentsengine.contracts.vocabulary.TenantId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The registry of tenants. It changes with a rollout, never while a service runs.
public final class Tenants {

    private final Map<TenantId, Tenant> byId;

    /// @throws IllegalArgumentException if there is no tenant, or one is registered twice
    public Tenants(List<Tenant> tenants) {
        if (tenants.isEmpty()) {
            throw new IllegalArgumentException(
                    "The registry of tenants is empty: point TENANTS_FILE at tenants.yaml");
        }
        Map<TenantId, Tenant> index = new LinkedHashMap<>();
        for (Tenant tenant : tenants) {
            if (index.put(tenant.id(), tenant) != null) {
                throw new IllegalArgumentException(
                        "Tenant " + tenant.id() + " is registered twice");
            }
        }
        this.byId = Collections.unmodifiableMap(index);
    }

    /// The tenant with this id, or empty if it is not registered.
    public Optional<Tenant> find(TenantId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// All tenants, in the order of the registry.
    public Collection<Tenant> all() {
        return byId.values();
    }
}

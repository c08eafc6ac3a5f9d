package io.paymentsengine.validation.application;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.tenancy.Tenant;
import io.paymentsengine.platform.tenancy.Tenants;
import io.paymentsengine.validation.domain.Limits;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reads tenants' limits: those of the last change at run time, or else those in the registry. They are read
/// again for every batch, so that a change takes effect at once in every replica.
@Service
public class ReadLimits {

    private final Map<TenantId, Limits> registered;
    private final LimitChanges changes;

    ReadLimits(Tenants tenants, LimitChanges changes) {
        this.registered =
                tenants.all().stream().collect(toUnmodifiableMap(Tenant::id, ReadLimits::limitsOf));
        this.changes = changes;
    }

    /// Returns the limits of a registered tenant.
    @Transactional(readOnly = true)
    public TenantLimits of(TenantId tenant) {
        return limits(tenant, changes.latest(Set.of(tenant)).get(tenant));
    }

    /// Returns the limits of each of these tenants, all of which must be registered.
    @Transactional(readOnly = true)
    public Map<TenantId, TenantLimits> of(Set<TenantId> tenants) {
        Map<TenantId, LimitChange> changed = changes.latest(tenants);
        return tenants.stream()
                .collect(toMap(identity(), tenant -> limits(tenant, changed.get(tenant))));
    }

    private TenantLimits limits(TenantId tenant, @Nullable LimitChange change) {
        return change == null ? asRegistered(tenant) : TenantLimits.by(change);
    }

    private TenantLimits asRegistered(TenantId tenant) {
        Limits limits =
                Objects.requireNonNull(registered.get(tenant), () -> tenant + " is not registered");
        return new TenantLimits(tenant, limits, Optional.empty());
    }

    private static Limits limitsOf(Tenant tenant) {
        return new Limits(
                tenant.limits().largestPayment().entrySet().stream()
                        .map(entry -> Money.parse(entry.getValue(), entry.getKey()))
                        .collect(toUnmodifiableMap(Money::currency, identity())),
                tenant.limits().paymentsPerMinuteAndAccount(),
                tenant.limits().paymentsPerMinute());
    }
}

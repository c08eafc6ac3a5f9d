package io.paymentsengine.platform.telemetry;

import io.micrometer.core.instrument.Tags;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.tenancy.Tenants;

/// Tags meters by tenant. Each tag value is a time series that never goes away, so only registered
/// tenants get their own value; messages of any other tenant count as `unknown`.
public final class TenantTags {

    private static final String UNKNOWN = "unknown";

    private final Tenants tenants;

    public TenantTags(Tenants tenants) {
        this.tenants = tenants;
    }

    /// The tags for a meter of this tenant.
    public Tags of(TenantId tenant) {
        return Tags.of(
                MeterNames.TENANT, tenants.find(tenant).isPresent() ? tenant.value() : UNKNOWN);
    }
}

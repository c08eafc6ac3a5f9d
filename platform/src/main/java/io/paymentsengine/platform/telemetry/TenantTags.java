package io.paymentsengine.platform.telemetry;

import io.micrometer.core.instrument.Tags;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.tenancy.Tenants;

/// Tags meters by tenant. Each value of a tag is a time series for ever, so only registered tenants
/// get their own; a message of any other counts as `unknown`.
public final class TenantTags {

    private static final String UNKNOWN = "unknown";

    private final Tenants tenants;

    public TenantTags(Tenants tenants) {
        this.tenants = tenants;
    }

    /// The tags of a meter that belongs to this tenant.
    public Tags of(TenantId tenant) {
        return Tags.of(
                MeterNames.TENANT, tenants.find(tenant).isPresent() ? tenant.value() : UNKNOWN);
    }
}

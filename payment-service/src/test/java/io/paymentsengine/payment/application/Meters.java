package io.paymentsengine.payment.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.paymentsengine.payment.testing.Samples;
import io.paymentsengine.platform.telemetry.TenantTags;
import io.paymentsengine.platform.tenancy.Tenant;
import io.paymentsengine.platform.tenancy.Tenants;
import java.util.List;
import java.util.Map;

/// Reads what was counted.
final class Meters {

    final MeterRegistry registry = new SimpleMeterRegistry();
    final PaymentMeters payments = new PaymentMeters(registry, new TenantTags(tenants()));

    /// The number of accepted payments of STD-001.
    double accepted() {
        return counted("payments.accepted");
    }

    /// The number of refused payments of STD-001.
    double refused() {
        return counted("payments.throttled");
    }

    private double counted(String meter) {
        return registry.find(meter).tag("tenant", "STD-001").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    /// The number of payments of STD-001 that ended like this.
    long ended(String outcome) {
        return registry
                .find("payments.duration")
                .tags("tenant", "STD-001", "outcome", outcome)
                .timers()
                .stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }

    private static Tenants tenants() {
        return new Tenants(
                List.of(
                        new Tenant(
                                Samples.STD,
                                "A tenant",
                                Tenant.Tier.STANDARD,
                                new Tenant.Limits(Map.of(), 1, 1),
                                new Tenant.Quotas(1))));
    }
}

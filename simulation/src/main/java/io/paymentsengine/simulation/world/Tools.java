package io.paymentsengine.simulation.world;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.tenancy.Tenant;
import io.paymentsengine.platform.tenancy.Tenants;
import io.paymentsengine.simulation.fate.Breach;
import io.paymentsengine.simulation.fate.SimulatedClock;
import io.paymentsengine.simulation.messaging.Wire;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the services of a world share.
record Tools(SimulatedClock clock, Wire wire, Tenants tenants, Set<Breach> breaches) {

    /// Three tenants: one with high limits, one that soon exceeds its rate, and one without a limit for yen.
    static Tools with(Set<Breach> breaches) {
        Tenants tenants =
                new Tenants(
                        List.of(
                                tenant("STD-001", Map.of("EUR", "40.00", "JPY", "4000"), 6_000),
                                tenant("NED-001", Map.of("EUR", "30.00", "JPY", "4000"), 60),
                                tenant("OTH-001", Map.of("EUR", "50.00"), 6_000)));
        return new Tools(new SimulatedClock(), new Wire(), tenants, Set.copyOf(breaches));
    }

    private static Tenant tenant(String id, Map<String, String> largest, int perMinute) {
        return new Tenant(
                new TenantId(id),
                "A tenant",
                Tenant.Tier.STANDARD,
                new Tenant.Limits(largest, perMinute, 100 * perMinute),
                new Tenant.Quotas(1));
    }
}

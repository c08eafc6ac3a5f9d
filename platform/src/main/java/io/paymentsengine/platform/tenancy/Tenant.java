package io.paymentsengine.platform.tenancy;

import io.paymentsengine.contracts.vocabulary.TenantId;
import java.util.Map;

/// One entry of the registry of tenants.
///
/// @param id its value in `x-tenant-id`
/// @param name for humans
/// @param tier which pool serves the tenant
/// @param limits what the tenant may pay, until changed at run time
/// @param quotas what the mesh lets through
public record Tenant(TenantId id, String name, Tier tier, Limits limits, Quotas quotas) {

    /// Which pool serves a tenant: the dedicated high-capacity one, or the shared one.
    public enum Tier {
        PREMIUM,
        STANDARD
    }

    /// What a tenant may pay.
    ///
    /// @param largestPayment decimal amounts by ISO 4217 code; a currency that is not listed can't
    ///     be paid
    /// @param paymentsPerMinuteAndAccount payments of one debtor account in a sliding minute
    /// @param paymentsPerMinute payments of the tenant in a sliding minute
    public record Limits(
            Map<String, String> largestPayment,
            int paymentsPerMinuteAndAccount,
            int paymentsPerMinute) {

        public Limits {
            largestPayment = Map.copyOf(largestPayment);
        }
    }

    /// How many requests a tenant may make.
    ///
    /// @param requestsPerSecond what the mesh lets through before it answers 429
    public record Quotas(int requestsPerSecond) {}
}

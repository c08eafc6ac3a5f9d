package io.paymentsengine.platform.tenancy;

import io.paymentsengine.contracts.vocabulary.TenantId;
import java.util.Map;

/// What the services read of an entry in the registry of tenants. Its name is for humans, and its tier and
/// quotas are for the mesh.
///
/// @param id its value in `x-tenant-id`
/// @param limits what the tenant may pay, until changed at run time
public record Tenant(TenantId id, Limits limits) {

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
}

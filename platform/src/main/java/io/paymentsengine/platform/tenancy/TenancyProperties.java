package io.paymentsengine.platform.tenancy;

import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param tenants the registry, usually imported from `tenants.yaml`
/// @param maxConcurrentRequests maximum number of concurrent transactions of tenants; must be less than
///     the number of connections
@ConfigurationProperties("payments")
@Validated
record TenancyProperties(
        @DefaultValue List<Tenant> tenants, @DefaultValue("6") @Min(1) int maxConcurrentRequests) {

    /// How many requests may use the database at once.
    ///
    /// @param connections of the pool that requests share with messages
    /// @throws IllegalArgumentException if requests would leave no connection for messages
    int requestsBelow(int connections) {
        if (maxConcurrentRequests >= connections) {
            throw new IllegalArgumentException(
                    "payments.max-concurrent-requests is %d and has to be less than the %d connections of the pool"
                            .formatted(maxConcurrentRequests, connections));
        }
        return maxConcurrentRequests;
    }
}

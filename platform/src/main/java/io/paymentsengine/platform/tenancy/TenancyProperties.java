package io.paymentsengine.platform.tenancy;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param tenants the registry, usually imported from `tenants.yaml`
/// @param requestsAtOnce transactions of tenants at once, at most: fewer than there are connections
@ConfigurationProperties("payments")
record TenancyProperties(
        @DefaultValue List<Tenant> tenants, @DefaultValue("6") int requestsAtOnce) {}

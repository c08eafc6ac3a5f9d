package io.paymentsengine.platform.tenancy;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param tenants the registry, usually imported from `tenants.yaml`
@ConfigurationProperties("payments")
record TenancyProperties(@DefaultValue List<Tenant> tenants) {}

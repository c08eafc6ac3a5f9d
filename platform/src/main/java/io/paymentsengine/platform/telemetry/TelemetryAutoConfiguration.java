package io.paymentsengine.platform.telemetry;

import io.paymentsengine.platform.tenancy.TenancyAutoConfiguration;
import io.paymentsengine.platform.tenancy.Tenants;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/// Provides meters tagged by tenant and, in a service with a web server, traced requests.
@AutoConfiguration(after = TenancyAutoConfiguration.class)
public class TelemetryAutoConfiguration {

    /// After Spring Boot's filters for encoding and observation, before all of ours.
    public static final int TRACE_FILTER_ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    TenantTags tenantTags(Tenants tenants) {
        return new TenantTags(tenants);
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    FilterRegistrationBean<TraceFilter> traceFilter() {
        FilterRegistrationBean<TraceFilter> registration =
                new FilterRegistrationBean<>(new TraceFilter());
        registration.setDispatcherTypes(
                EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        registration.setOrder(TRACE_FILTER_ORDER);
        return registration;
    }
}

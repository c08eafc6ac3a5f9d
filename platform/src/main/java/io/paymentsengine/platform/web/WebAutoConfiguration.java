package io.paymentsengine.platform.web;

import io.paymentsengine.platform.json.JsonAutoConfiguration;
import io.paymentsengine.platform.telemetry.TelemetryAutoConfiguration;
import io.paymentsengine.platform.tenancy.TenancyAutoConfiguration;
import io.paymentsengine.platform.tenancy.Tenants;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/// Provides the common street door to a service with a web server.
@AutoConfiguration(
        after = {TenancyAutoConfiguration.class, JsonAutoConfiguration.class},
        before = {WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class WebAutoConfiguration {

    /// The order of the filters, all of them after the filter that opens the trace.
    private static final int PATH_PARAMETER_ORDER =
            TelemetryAutoConfiguration.TRACE_FILTER_ORDER + 10;

    private static final int BODY_LIMIT_ORDER = PATH_PARAMETER_ORDER + 10;

    private static final int TENANT_ORDER = BODY_LIMIT_ORDER + 10;

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    ProblemAdvice problemAdvice() {
        return new ProblemAdvice();
    }

    @Bean
    ProblemErrorController problemErrorController(ProblemWriter problems) {
        return new ProblemErrorController(problems);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatWebServerFactory> problemReports(ProblemWriter problems) {
        return tomcat ->
                tomcat.addContextCustomizers(
                        context ->
                                context.getParent()
                                        .getPipeline()
                                        .addValve(new ProblemReportValve(problems)));
    }

    @Bean
    FilterRegistrationBean<PathParameterFilter> pathParameterFilter(ProblemWriter problems) {
        FilterRegistrationBean<PathParameterFilter> registration =
                new FilterRegistrationBean<>(new PathParameterFilter(problems));
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setOrder(PATH_PARAMETER_ORDER);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(ProblemWriter problems) {
        FilterRegistrationBean<BodyLimitFilter> registration =
                new FilterRegistrationBean<>(new BodyLimitFilter(problems));
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setOrder(BODY_LIMIT_ORDER);
        return registration;
    }

    @Bean
    FilterRegistrationBean<TenantFilter> tenantFilter(Tenants tenants, ProblemWriter problems) {
        FilterRegistrationBean<TenantFilter> registration =
                new FilterRegistrationBean<>(new TenantFilter(tenants, problems));
        registration.addUrlPatterns(TenantFilter.PATHS);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        registration.setOrder(TENANT_ORDER);
        return registration;
    }

    @Bean
    WebMvcConfigurer webMvcConfiguration() {
        return new WebMvcConfiguration();
    }
}

package io.paymentsengine.platform.tenancy;

import io.paymentsengine.contracts.vocabulary.TenantId;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;

/// Provides the registry of tenants and transactions that know their tenant.
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration")
@EnableConfigurationProperties(TenancyProperties.class)
public class TenancyAutoConfiguration {

    private static final String POOL = "spring.datasource.hikari.maximum-pool-size";
    private static final int HIKARIS_OWN = 10;

    @Bean
    @ConfigurationPropertiesBinding
    static Converter<String, TenantId> tenantIdConverter() {
        return new TenantIdConverter();
    }

    @Bean
    Tenants tenants(TenancyProperties properties) {
        return new Tenants(properties.tenants());
    }

    @Bean
    PlatformTransactionManager transactionManager(
            TenancyProperties properties, Environment settings) {
        int connections = settings.getProperty(POOL, Integer.class, HIKARIS_OWN);
        return new TenantTransactionManager(properties.requestsBelow(connections));
    }

    /// A class rather than a lambda, which would hide the source and target types from Spring.
    private static final class TenantIdConverter implements Converter<String, TenantId> {
        @Override
        public TenantId convert(String text) {
            return new TenantId(text);
        }
    }
}

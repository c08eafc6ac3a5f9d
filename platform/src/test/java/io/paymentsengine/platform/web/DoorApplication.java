package io.paymentsengine.platform.web;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.messaging.MessagingAutoConfiguration;
import io.paymentsengine.platform.tenancy.TenancyAutoConfiguration;
import io.paymentsengine.platform.tenancy.Tenant;
import io.paymentsengine.platform.tenancy.Tenants;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// A service that consists only of its street door: no database, no broker.
@SpringBootConfiguration
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            HibernateJpaAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            KafkaAutoConfiguration.class,
            TenancyAutoConfiguration.class,
            MessagingAutoConfiguration.class
        })
@Import(DoorController.class)
class DoorApplication {

    @Bean
    Tenants tenants() {
        return new Tenants(List.of(tenant("STD-001"), tenant("NED-001")));
    }

    private static Tenant tenant(String id) {
        return new Tenant(
                new TenantId(id),
                "A tenant",
                Tenant.Tier.STANDARD,
                new Tenant.Limits(Map.of("EUR", "10.00"), 1, 1),
                new Tenant.Quotas(1));
    }
}

package io.paymentsengine.localstack.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.localstack.process.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(WithStoresIT.class)
@WithStores(database = "spring", redis = true)
class WithStoresIT {

    private static OptionalInt isolatedPort = OptionalInt.empty();

    @Autowired Environment environment;
    @Autowired Stores stores;

    @AfterAll
    static void isolated_stores_have_ended_with_their_test() {
        isolatedPort.ifPresent(port -> assertThat(Ports.isFree(port)).isTrue());
    }

    @Test
    void the_service_connects_as_its_application_role() throws Exception {
        try (var connection =
                        DriverManager.getConnection(
                                property("spring.datasource.url"),
                                property("spring.datasource.username"),
                                property("spring.datasource.password"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT current_user")) {
            rows.next();
            assertThat(rows.getString(1))
                    .isEqualTo("spring_app")
                    .isEqualTo(property("spring.flyway.placeholders.app"));
        }
    }

    @Test
    void the_migrations_run_as_the_owner() throws Exception {
        try (var connection =
                DriverManager.getConnection(
                        property("spring.datasource.url"),
                        property("spring.flyway.user"),
                        property("spring.flyway.password"))) {
            assertThat(connection.getMetaData().getUserName()).isEqualTo("spring_owner");
        }
    }

    @Test
    void kafka_and_redis_are_where_the_properties_say() {
        assertThat(property("spring.kafka.bootstrap-servers")).isEqualTo(stores.bootstrapServers());
        assertThat(property("spring.data.redis.port"))
                .isEqualTo(Integer.toString(stores.redis().port()));
    }

    @Test
    void the_registry_of_tenants_is_found_from_any_folder() {
        assertThat(Path.of(URI.create(property("TENANTS_FILE")))).isRegularFile();
    }

    private String property(String name) {
        return environment.getRequiredProperty(name);
    }

    @Nested
    @WithStores(database = "alone", kafka = false, isolated = true)
    class Isolated {

        @Test
        void another_context_has_stores_of_its_own(@Autowired Stores own) {
            isolatedPort = OptionalInt.of(own.postgres().port());
            assertThat(own.postgres().port()).isNotEqualTo(Stores.shared().postgres().port());
        }

        @Test
        void a_store_that_nobody_wants_is_not_configured(@Autowired Environment environment) {
            assertThat(environment.getProperty("spring.kafka.bootstrap-servers")).isNull();
        }
    }
}

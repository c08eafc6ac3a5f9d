package io.paymentsengine.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/// A service can override in its second document what the platform sets for all services.
class PlatformYamlTest {

    private final ApplicationContextRunner service =
            new ApplicationContextRunner()
                    .withInitializer(new ConfigDataApplicationContextInitializer())
                    .withPropertyValues("spring.config.location=classpath:door.yaml");

    @Test
    void a_service_outranks_the_platform() {
        service.run(
                context -> {
                    var settings = context.getEnvironment();
                    assertThat(settings.getProperty("spring.datasource.hikari.maximum-pool-size"))
                            .isEqualTo("3");
                    assertThat(settings.getProperty("spring.datasource.hikari.minimum-idle"))
                            .isEqualTo("2");
                });
    }

    @Test
    void migrations_grant_to_the_role_that_the_service_works_as() {
        service.run(
                context ->
                        assertThat(
                                        context.getEnvironment()
                                                .getProperty("spring.flyway.placeholders.app"))
                                .isEqualTo("door_app"));
    }
}

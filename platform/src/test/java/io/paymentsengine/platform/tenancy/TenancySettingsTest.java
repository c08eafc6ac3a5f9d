package io.paymentsengine.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/// Whatever the settings, requests are neither all refused, nor do they take every connection.
class TenancySettingsTest {

    private static final int CONNECTIONS = 12;

    private final ApplicationContextRunner service =
            new ApplicationContextRunner()
                    .withPropertyValues(
                            "payments.tenants[0].id=STD-001",
                            "spring.datasource.hikari.maximum-pool-size=" + CONNECTIONS)
                    .withConfiguration(AutoConfigurations.of(TenancyAutoConfiguration.class));

    @Test
    void all_connections_but_one_may_be_for_requests() {
        TenancyProperties most = new TenancyProperties(List.of(), CONNECTIONS - 1);

        assertThat(most.requestsBelow(CONNECTIONS)).isEqualTo(CONNECTIONS - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "0, maxConcurrentRequests",
        "12, has to be less than the 12 connections of the pool"
    })
    void none_or_as_many_as_connections_stop_the_start(int requests, String said) {
        service.withPropertyValues("payments.max-concurrent-requests=" + requests)
                .run(
                        context ->
                                assertThat(context.getStartupFailure())
                                        .hasStackTraceContaining(said));
    }
}

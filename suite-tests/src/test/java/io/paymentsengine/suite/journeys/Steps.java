package io.paymentsengine.suite.journeys;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.Suite;
import io.paymentsengine.suite.client.Payment;
import io.paymentsengine.suite.client.PaymentOrder;
import io.paymentsengine.suite.client.Tenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Waits until a saga has reached the point at which a journey interferes.
final class Steps {

    private static final String VALIDATIONS = "/api/v1/validations";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Steps() {}

    /// Makes validation-service cache the accounts of an order, so that it need not request them from
    /// account-service for some seconds.
    static void warmUp(Tenant tenant, PaymentOrder order) {
        tenant.caller().post(Service.VALIDATION_SERVICE, VALIDATIONS, order).expecting(200);
    }

    /// Returns when the command of this step has reached the broker.
    static void awaitAsked(Suite suite, Tenant tenant, Payment payment, String step) {
        Awaitility.await("step " + step)
                .atMost(PATIENCE)
                .until(() -> tenant.saga(payment.id()).path("step").asString(""), step::equals);
        Awaitility.await("orchestrator's outbox")
                .atMost(PATIENCE)
                .until(() -> hasSentAll(suite, Service.SAGA_ORCHESTRATOR));
    }

    /// Returns when the saga is compensating.
    static void awaitCompensating(Tenant tenant, Payment payment) {
        Awaitility.await("compensation")
                .atMost(PATIENCE)
                .until(
                        () -> tenant.saga(payment.id()).path("state").asString(""),
                        "COMPENSATING"::equals);
    }

    private static boolean hasSentAll(Suite suite, Service service) throws SQLException {
        try (Connection connection = suite.connect(service)) {
            return JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql("SELECT NOT EXISTS (SELECT FROM outbox)")
                    .query(Boolean.class)
                    .single();
        }
    }
}

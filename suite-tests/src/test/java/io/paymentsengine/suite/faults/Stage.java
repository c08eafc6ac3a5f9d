package io.paymentsengine.suite.faults;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.LocalSuite;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;

/// The environment of a [Provocation].
///
/// @param victim the service that will be halted
record Stage(LocalSuite suite, Service victim, Payers payers) {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// Changes a database without its service's knowledge.
    void execute(Service service, String sql) {
        try (Connection connection = suite.connect(service);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    /// Returns when the query finds a row.
    void awaitRow(Service service, String sql) {
        Awaitility.await(sql)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(() -> hasRow(service, sql));
    }

    private boolean hasRow(Service service, String sql) throws SQLException {
        try (Connection connection = suite.connect(service);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next();
        }
    }
}

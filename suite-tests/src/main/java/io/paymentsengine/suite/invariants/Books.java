package io.paymentsengine.suite.invariants;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.Suite;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The four databases, each as it was when it was first looked at: all tenants' rows, in one
/// transaction each. What is written here is seen here and nowhere else, and gone afterwards.
public final class Books implements AutoCloseable {

    private final Map<Service, Connection> connections = new EnumMap<>(Service.class);
    private final Map<Service, JdbcClient> clients = new EnumMap<>(Service.class);

    private Books() {}

    public static Books open(Suite suite) throws SQLException {
        Books books = new Books();
        for (Service service : Service.values()) {
            books.open(service, suite.connect(service));
        }
        return books;
    }

    /// The database of a service.
    public JdbcClient of(Service service) {
        return Objects.requireNonNull(clients.get(service));
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections.values()) {
            connection.rollback();
            connection.close();
        }
    }

    private void open(Service service, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connections.put(service, connection);
        try (Statement plans = connection.createStatement()) {
            // Whole tables are compared. Without statistics the planner would choose nested loops,
            // which take
            // minutes.
            plans.execute("SET LOCAL enable_nestloop = off");
        }
        clients.put(service, JdbcClient.create(new SingleConnectionDataSource(connection, true)));
    }
}
// Snapshots of the four databases with the rows of all tenants, each taken in one transaction when
// the
// database is first queried. Writes are visible only here, and are rolled back on close.

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

/// Snapshots of the four databases with the rows of all tenants, each taken in one transaction when the
/// database is first queried. Writes are visible only here, and are rolled back on close.
public final class Books implements AutoCloseable {

    private final Map<Service, Connection> connections = new EnumMap<>(Service.class);
    private final Map<Service, JdbcClient> clients = new EnumMap<>(Service.class);

    private Books() {}

    public static Books open(Suite suite) throws SQLException {
        return open(suite::connect);
    }

    /// Opens snapshots through connections of the caller's.
    ///
    /// @param databases connections as a role to which no row-level security policy applies
    public static Books open(Databases databases) throws SQLException {
        Books books = new Books();
        try {
            for (Service service : Service.values()) {
                books.open(service, databases.connect(service));
            }
        } catch (SQLException failed) {
            books.close();
            throw failed;
        }
        return books;
    }

    /// Where the databases of the services are.
    @FunctionalInterface
    public interface Databases {

        Connection connect(Service service) throws SQLException;
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
            // Without statistics the planner would compare whole tables by nested loops, for
            // minutes.
            plans.execute("SET LOCAL enable_nestloop = off");
        }
        clients.put(service, JdbcClient.create(new SingleConnectionDataSource(connection, true)));
    }
}

package io.paymentsengine.localstack.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/// Replaces a table with an empty one that has two partitions, until this is closed. The new table
/// has the columns, check constraints and primary key of the old one, but no triggers, policies or
/// rows.
///
/// @param connection the only one that sees the new table, in a transaction that is rolled back on
///     close
public record Halves(Connection connection) implements AutoCloseable {

    /// Splits a table by the values of a column.
    ///
    /// @param superuser a data source whose user may create tables
    /// @param bound the first value of the upper partition
    public static Halves of(DataSource superuser, String table, String column, UUID bound)
            throws SQLException {
        Connection connection = superuser.getConnection();
        try (var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    """
                    ALTER TABLE %1$s RENAME TO %1$s_whole;
                    CREATE TABLE %1$s (
                        LIKE %1$s_whole INCLUDING DEFAULTS INCLUDING CONSTRAINTS,
                        PRIMARY KEY (tenant_id, %2$s)) PARTITION BY RANGE (%2$s);
                    CREATE TABLE %1$s_low PARTITION OF %1$s
                        FOR VALUES FROM (MINVALUE) TO ('%3$s');
                    CREATE TABLE %1$s_high PARTITION OF %1$s
                        FOR VALUES FROM ('%3$s') TO (MAXVALUE);
                    """
                            .formatted(table, column, bound));
            return new Halves(connection);
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }
}

package io.paymentsengine.localstack.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/// An empty table in two partitions, in the place of one that there is, until this is closed. Nobody else sees
/// it. Of what the table had there are columns, checks and the primary key: no triggers, no policies, no rows.
///
/// @param connection the only one that sees it, in the transaction that is rolled back in the end
public record Halves(Connection connection) implements AutoCloseable {

    /// Splits a table at an identifier, the first of the upper half.
    ///
    /// @param superuser who may make tables
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

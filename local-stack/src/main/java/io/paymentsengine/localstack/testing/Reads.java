package io.paymentsengine.localstack.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;

/// What PostgreSQL has read of all tables of a database, by its own count.
///
/// @param scanned rows that it came by without an index
/// @param indexed entries of indexes that it followed
/// @param pages of tables and indexes, each as often as it was looked at
public record Reads(long scanned, long indexed, long pages) {

    /// The driver prepares a statement on the server when it sees it for the fifth time, and after five
    /// more PostgreSQL may settle on one plan for all parameters.
    private static final int TIMES = 12;

    private static final String SO_FAR =
            """
            SELECT sum(pg_stat_get_xact_tuples_returned(oid)) FILTER (WHERE relkind = 'r'),
                   sum(pg_stat_get_xact_tuples_returned(oid)) FILTER (WHERE relkind = 'i'),
                   sum(pg_stat_get_xact_blocks_fetched(oid))
            FROM pg_class
            WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'i')
            """;

    /// Lets PostgreSQL know what tables hold before it plans. It analyses them before it vacuums them, as
    /// new statistics alone don't make it drop a plan: one that somebody makes between a vacuum that has
    /// counted the rows and the statistics would stay.
    ///
    /// @param superuser who may analyse everything
    public static void expect(DataSource superuser, String... tables) {
        String names = String.join(", ", tables);
        try (var connection = superuser.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ANALYZE " + names);
            statement.execute("VACUUM " + names);
        } catch (SQLException failed) {
            throw new IllegalStateException("PostgreSQL does not analyse " + names, failed);
        }
    }

    /// What this query reads when it reads most, of the times that make all plans come up.
    ///
    /// @param transaction the connection that the query uses
    public static Reads mostOf(Connection transaction, Runnable query) {
        return Stream.generate(() -> of(transaction, query))
                .limit(TIMES)
                .reduce(new Reads(0, 0, 0), Reads::orMore);
    }

    /// What this query reads.
    public static Reads of(Connection transaction, Runnable query) {
        Reads before = soFar(transaction);
        query.run();
        Reads after = soFar(transaction);
        return new Reads(
                after.scanned - before.scanned,
                after.indexed - before.indexed,
                after.pages - before.pages);
    }

    private static Reads soFar(Connection transaction) {
        try (var statement = transaction.prepareStatement(SO_FAR);
                var row = statement.executeQuery()) {
            row.next();
            return new Reads(row.getLong(1), row.getLong(2), row.getLong(3));
        } catch (SQLException failed) {
            throw new IllegalStateException("PostgreSQL does not say what it has read", failed);
        }
    }

    private Reads orMore(Reads other) {
        return new Reads(
                Math.max(scanned, other.scanned),
                Math.max(indexed, other.indexed),
                Math.max(pages, other.pages));
    }
}

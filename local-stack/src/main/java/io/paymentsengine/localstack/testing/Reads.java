package io.paymentsengine.localstack.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;

/// What PostgreSQL has read of all tables of a schema, by its own statistics.
///
/// @param scanned rows read without an index
/// @param indexed index entries followed
/// @param pages pages of tables and indexes, each counted as often as it was fetched
public record Reads(long scanned, long indexed, long pages) {

    /// The driver prepares a statement on the server at its fifth execution, and after five more
    /// PostgreSQL may switch to a generic plan for all parameters.
    private static final int TIMES = 12;

    private static final String SO_FAR =
            """
            SELECT sum(pg_stat_get_xact_tuples_returned(oid)) FILTER (WHERE relkind = 'r'),
                   sum(pg_stat_get_xact_tuples_returned(oid)) FILTER (WHERE relkind = 'i'),
                   sum(pg_stat_get_xact_blocks_fetched(oid))
            FROM pg_class
            WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'i')
            """;

    /// Updates PostgreSQL's statistics of the tables before it plans queries. ANALYZE comes before
    /// VACUUM: new statistics alone don't make PostgreSQL discard a plan, so a plan that is made
    /// after a VACUUM has counted the rows, but before an ANALYZE, would stay.
    ///
    /// @param superuser a data source whose user may analyse every table
    public static void expect(DataSource superuser, String... tables) {
        String names = String.join(", ", tables);
        try (var connection = superuser.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ANALYZE " + names);
            statement.execute("VACUUM " + names);
        } catch (SQLException failed) {
            throw new IllegalStateException("can't analyse " + names, failed);
        }
    }

    /// The most that this query reads in any of as many executions as it takes to see every plan.
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

    /// Whether something was read, by an index only, and at most so many entries.
    public boolean isIndexRange(long entriesMax) {
        return scanned == 0 && indexed <= entriesMax && pages > 0;
    }

    private static Reads soFar(Connection transaction) {
        try (var statement = transaction.prepareStatement(SO_FAR);
                var row = statement.executeQuery()) {
            row.next();
            return new Reads(row.getLong(1), row.getLong(2), row.getLong(3));
        } catch (SQLException failed) {
            throw new IllegalStateException("can't read PostgreSQL's statistics", failed);
        }
    }

    private Reads orMore(Reads other) {
        return new Reads(
                Math.max(scanned, other.scanned),
                Math.max(indexed, other.indexed),
                Math.max(pages, other.pages));
    }
}

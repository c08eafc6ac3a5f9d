package io.paymentsengine.suite.load;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.LocalSuite;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Counters of PostgreSQL, for all databases of the suite together, and of requests to the broker.
///
/// @param statements calls, without those of this program and without `BEGIN`, `COMMIT` and the like
/// @param transactions committed transactions
/// @param walBytes bytes written to the write-ahead log
/// @param walSyncs syncs of the write-ahead log to disk
/// @param kafkaRequests the services' requests to the broker
record Statistics(
        long statements, long transactions, long walBytes, long walSyncs, long kafkaRequests) {

    /// The counts since the server and the services were started.
    static Statistics read(LocalSuite suite) throws SQLException {
        long kafkaRequests = KafkaRequests.read(suite);
        try (Connection connection = suite.connect(Service.PAYMENT_SERVICE)) {
            var one = new SingleConnectionDataSource(connection, true);
            return JdbcClient.create(one)
                    .sql(
                            """
                            SELECT (SELECT coalesce(sum(calls), 0)::bigint FROM pg_stat_statements
                                    WHERE query !~* '^(begin|commit|rollback|set|show)'
                                      AND userid <> (SELECT oid FROM pg_roles WHERE rolname = current_user)),
                                   (SELECT sum(xact_commit)::bigint FROM pg_stat_database),
                                   (SELECT wal_bytes::bigint FROM pg_stat_wal),
                                   (SELECT sum(fsyncs)::bigint FROM pg_stat_io WHERE object = 'wal')
                            """)
                    .query(
                            (row, _) ->
                                    new Statistics(
                                            row.getLong(1),
                                            row.getLong(2),
                                            row.getLong(3),
                                            row.getLong(4),
                                            kafkaRequests))
                    .single();
        }
    }

    /// The difference to earlier counts.
    Statistics since(Statistics earlier) {
        return new Statistics(
                statements - earlier.statements,
                transactions - earlier.transactions,
                walBytes - earlier.walBytes,
                walSyncs - earlier.walSyncs,
                kafkaRequests - earlier.kafkaRequests);
    }

    /// Makes PostgreSQL count statements.
    static void switchOn(LocalSuite suite) throws SQLException {
        try (Connection connection = suite.connect(Service.PAYMENT_SERVICE);
                var statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        }
    }
}

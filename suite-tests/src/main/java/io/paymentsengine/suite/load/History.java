package io.paymentsengine.suite.load;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.LocalSuite;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A past that the suite did not have: payments that have ended, and deposits, over the last month, in
/// all four databases at once and in agreement. It is made by a few statements on each, which know from a
/// payment's number alone what it was, so that no database has to ask another.
///
/// @param accounts who paid each other, with nothing booked yet
/// @param payments how many
record History(List<String> accounts, int payments) {

    /// A payment moves money once and is two entries. So many deposits for each make it ten.
    static final int DEPOSITS_PER_PAYMENT = 4;

    private static final Duration SPAN = Duration.ofDays(30);

    /// What is under way at the moment is younger than anything here.
    private static final Duration AGO = Duration.ofMinutes(1);

    /// Triggers would do again, row by row, what is right already; and a crash in between means to begin anew.
    private static final List<String> HASTE =
            List.of(
                    "SET session_replication_role = replica",
                    "SET synchronous_commit = off",
                    "SET work_mem = '256MB'",
                    "SET temp_buffers = '64MB'");

    static long entriesOf(int payments) {
        return 2L * payments * (1 + DEPOSITS_PER_PAYMENT);
    }

    /// Writes it.
    void writeTo(LocalSuite suite) {
        Map<String, Object> facts = facts();
        CompletableFuture.allOf(
                        Stream.of(Service.values())
                                .map(
                                        service ->
                                                CompletableFuture.runAsync(
                                                        () -> write(suite, service, facts)))
                                .toArray(CompletableFuture[]::new))
                .join();
    }

    private Map<String, Object> facts() {
        Instant until = Instant.now().minus(AGO).truncatedTo(ChronoUnit.MILLIS);
        return Map.of(
                "accounts", accounts.toArray(String[]::new),
                "payments", (long) payments,
                "deposits", (long) payments * DEPOSITS_PER_PAYMENT,
                "from", until.minus(SPAN).toString(),
                "span", SPAN.toSeconds());
    }

    private static void write(LocalSuite suite, Service service, Map<String, Object> facts) {
        try (Connection connection = suite.connect(service)) {
            JdbcClient database =
                    JdbcClient.create(new SingleConnectionDataSource(connection, true));
            Stream.of(
                            HASTE,
                            HistoryRows.PAID,
                            HistoryRows.of(service),
                            List.of("VACUUM (ANALYZE)", "CHECKPOINT"))
                    .flatMap(List::stream)
                    .forEach(statement -> database.sql(statement).params(facts).update());
        } catch (SQLException failed) {
            throw new IllegalStateException("no history in " + service.title(), failed);
        }
    }
}

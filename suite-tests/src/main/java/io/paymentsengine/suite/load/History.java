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

/// A fabricated past of the suite: ended payments and deposits over the last month, consistent in all four
/// databases. It is written with a few statements in each database. These derive everything about a payment
/// from its number, so that no database depends on another.
///
/// @param accounts the accounts that paid each other, with nothing booked yet
/// @param payments how many payments
record History(List<String> accounts, int payments) {

    /// A payment makes one transfer of two entries. With this many deposits for each payment, there are ten
    /// entries per payment.
    static final int DEPOSITS_PER_PAYMENT = 4;

    private static final Duration SPAN = Duration.ofDays(30);

    /// All of it is older than anything in progress.
    private static final Duration AGO = Duration.ofMinutes(1);

    /// Triggers would only repeat, row by row, what is already consistent; after a crash in between, the
    /// history must be written again from the start.
    private static final List<String> HASTE =
            List.of(
                    "SET session_replication_role = replica",
                    "SET synchronous_commit = off",
                    "SET work_mem = '256MB'",
                    "SET temp_buffers = '64MB'");

    static long entriesOf(int payments) {
        return 2L * payments * (1 + DEPOSITS_PER_PAYMENT);
    }

    /// Writes the history to all databases.
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

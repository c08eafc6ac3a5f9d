package io.paymentsengine.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.localstack.testing.Reads;
import io.paymentsengine.localstack.testing.WithStores;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// The outbox grows for as long as the broker is unavailable. However long it is, a query reads only the
/// rows that it returns.
@SpringBootTest(classes = DeedsService.class)
@WithStores(database = "outboxes", isolated = true)
class OutboxReadsIT {

    private static final int ROWS = 20_000;
    private static final int MAX = 50;

    @Autowired OutboxTable table;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;

    /// Runs in one transaction that nobody else sees: nothing of it is sent, and no deleted rows are in the
    /// way of the next query.
    @Test
    void a_sweep_reads_what_it_takes_and_a_look_at_the_oldest_one_row() {
        transaction.executeWithoutResult(
                status -> {
                    status.setRollbackOnly();
                    jdbc.update(
                            """
                            INSERT INTO outbox (created_at, messages)
                            SELECT now() - interval '1 day', '[]' FROM generate_series(1, ?)
                            """,
                            ROWS);
                    assertReads(1, () -> assertThat(table.oldestAgeSeconds()).isGreaterThan(3600));
                    assertReads(MAX, this::sweep);
                });
    }

    private void sweep() {
        assertThat(table.lockUnsent(0, Duration.ofHours(1), MAX)).hasSize(MAX);
    }

    private void assertReads(int rows, Runnable query) {
        ConnectionCallback<Reads> queries = connection -> Reads.mostOf(connection, query);
        Reads reads = jdbc.execute(queries);

        assertThat(reads.scanned()).as("rows without an index").isZero();
        assertThat(reads.indexed()).as("rows by an index").isBetween(1L, (long) rows);
    }
}

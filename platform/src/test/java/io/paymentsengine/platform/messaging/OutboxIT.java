package io.paymentsengine.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.paymentsengine.contracts.SagaReply.FundsReserved;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.localstack.testing.WithStores;
import io.paymentsengine.platform.ids.Ids;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The outbox on a real database, with a broker that answers as the test tells it.
@SpringBootTest(
        classes = DeedsService.class,
        properties = {"payments.messaging.sweep-interval=1h"})
@WithStores(database = "outboxes")
class OutboxIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Autowired DataSource database;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired MessageCodec codec;
    @Autowired MessagingMetrics metrics;

    private final MockProducer<byte[], byte[]> broker =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final Sender sender = new Sender(() -> broker);

    @BeforeEach
    void empty() {
        jdbc.sql("DELETE FROM outbox").update();
    }

    @Test
    void what_a_transaction_sends_is_stored_by_it() {
        send(outbox());

        assertThat(rows()).hasSize(1);
        assertThat(broker.history()).hasSize(1);
    }

    @Test
    void messages_need_a_transaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> outbox().addAll(List.of(message())))
                .withMessageContaining("there is none");
    }

    @Test
    void what_a_commit_refuses_is_never_sent() {
        TransactionalOutbox outbox = outbox();

        assertThatIllegalStateException().isThrownBy(() -> sendAndFail(outbox));

        assertThat(rows()).isEmpty();
        assertThat(broker.history()).isEmpty();
    }

    @Test
    void an_acknowledged_row_is_forgotten_by_the_commit_after_one_that_failed() {
        TransactionalOutbox outbox = outbox();
        send(outbox);
        List<Long> first = rows();

        assertThatIllegalStateException().isThrownBy(() -> sendAndFail(outbox));
        assertThat(rows()).isEqualTo(first);
        send(outbox);

        assertThat(rows()).hasSize(1).doesNotContainAnyElementsOf(first);
    }

    @Test
    void an_acknowledged_row_is_forgotten_by_a_sweep_however_often_that_fails() {
        TransactionalOutbox outbox = outbox();
        send(outbox);

        assertThatIllegalStateException()
                .isThrownBy(() -> sweeper(outbox, new RefusingTransactions()).sweep());
        assertThat(rows()).hasSize(1);
        sweeper(outbox, transaction).sweep();

        assertThat(rows()).isEmpty();
    }

    @Test
    void an_acknowledged_row_that_a_sweeper_holds_holds_up_no_commit() throws Exception {
        TransactionalOutbox outbox = outbox();
        send(outbox);

        try (Connection sweeper = database.getConnection()) {
            sweeper.setAutoCommit(false);
            sweeper.createStatement().executeQuery("SELECT FROM outbox FOR UPDATE");
            CompletableFuture.runAsync(() -> send(outbox)).get(30, TimeUnit.SECONDS);
            sweeper.rollback();
        }

        assertThat(rows()).hasSize(2);
    }

    @Test
    void a_row_stays_until_the_broker_has_it() {
        age(stored());
        broker.sendException = new TimeoutException("the broker is away");

        sweep();
        assertThat(rows()).hasSize(1);

        broker.sendException = null;
        sweep();
        assertThat(rows()).isEmpty();
        assertThat(broker.history()).hasSize(1);
    }

    @Test
    void a_row_is_left_to_who_wrote_it_for_a_while() {
        long row = stored();

        sweep();
        assertThat(broker.history()).isEmpty();
        age(row);
        sweep();

        assertThat(broker.history()).hasSize(1);
    }

    /// As in a dead letter, whose headers can have any name.
    @Test
    void whatever_the_names_of_its_headers_are_what_was_stored_can_be_sent() {
        Envelope dead =
                new Envelope("topic", null, Map.of("n".repeat(100_000), "value"), null, true);
        long row = transaction.execute(_ -> new OutboxTable(jdbc).insert(List.of(dead), List.of()));
        age(row);

        sweep();

        assertThat(broker.history()).hasSize(1);
    }

    @Test
    void a_row_that_one_sweeper_holds_is_left_out_by_the_other() {
        long first = stored();
        long second = stored();
        age(first);
        age(second);

        List<Long> elsewhere =
                transaction.execute(
                        _ -> {
                            assertThat(unsent(1)).containsExactly(first);
                            return CompletableFuture.supplyAsync(this::unsentElsewhere).join();
                        });

        assertThat(elsewhere).containsExactly(second);
    }

    private TransactionalOutbox outbox() {
        return new TransactionalOutbox(
                new OutboxTable(jdbc), codec, sender, metrics, Clock.systemUTC());
    }

    private void send(TransactionalOutbox outbox) {
        transaction.executeWithoutResult(_ -> outbox.add(message()));
    }

    /// A participant after the outbox refuses the commit.
    private void sendAndFail(TransactionalOutbox outbox) {
        transaction.executeWithoutResult(
                _ -> {
                    outbox.add(message());
                    TransactionSynchronizationManager.registerSynchronization(
                            new TransactionSynchronization() {
                                @Override
                                public void beforeCommit(boolean readOnly) {
                                    throw new IllegalStateException("not to be committed");
                                }
                            });
                });
    }

    private void sweep() {
        sweeper(outbox(), transaction).sweep();
    }

    private OutboxSweeper sweeper(TransactionalOutbox outbox, TransactionOperations transactions) {
        return new OutboxSweeper(
                new OutboxTable(jdbc), outbox, sender, metrics, transactions, PATIENCE);
    }

    private long stored() {
        Long row =
                transaction.execute(
                        _ ->
                                new OutboxTable(jdbc)
                                        .insert(
                                                List.of(
                                                        codec.encode(
                                                                message(),
                                                                Clock.systemUTC().instant())),
                                                List.of()));
        assertThat(row).isNotNull();
        return row;
    }

    private void age(long row) {
        jdbc.sql("UPDATE outbox SET created_at = now() - interval '1 hour' WHERE id = ?")
                .param(row)
                .update();
    }

    private List<Long> unsent(int max) {
        return new OutboxTable(jdbc)
                .lockUnsent(0, PATIENCE, max).stream().map(OutboxTable.Row::id).toList();
    }

    /// In a separate transaction, which does not wait long for locks.
    private List<Long> unsentElsewhere() {
        return transaction.execute(
                _ -> {
                    jdbc.sql("SET LOCAL lock_timeout = '1s'").update();
                    return unsent(10);
                });
    }

    private List<Long> rows() {
        return jdbc.sql("SELECT id FROM outbox ORDER BY id")
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    /// Fails as if the database were unavailable.
    private static final class RefusingTransactions implements TransactionOperations {

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            throw new IllegalStateException("no connection");
        }
    }

    private static Outgoing message() {
        return new Outgoing(
                new TenantId("STD-001"), new FundsReserved(new PaymentId(Ids.next())), null);
    }
}

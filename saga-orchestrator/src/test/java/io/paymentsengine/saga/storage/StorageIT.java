package io.paymentsengine.saga.storage;

import static io.paymentsengine.saga.storage.SagaSamples.NEDERLAND;
import static io.paymentsengine.saga.storage.SagaSamples.NOW;
import static io.paymentsengine.saga.storage.SagaSamples.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.paymentsengine.localstack.testing.Halves;
import io.paymentsengine.localstack.testing.Stores;
import io.paymentsengine.localstack.testing.WithStores;
import io.paymentsengine.platform.tenancy.TenantScope;
import io.paymentsengine.saga.application.Journal;
import io.paymentsengine.saga.application.Sagas;
import io.paymentsengine.saga.domain.Cause;
import io.paymentsengine.saga.domain.Intervention;
import io.paymentsengine.saga.domain.JournalEntry;
import io.paymentsengine.saga.domain.PaymentSaga;
import io.paymentsengine.saga.domain.SagaKey;
import io.paymentsengine.saga.domain.Status;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/// What the database keeps, and what it refuses.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "payments.saga.scan-interval=1h"})
@WithStores(database = "sagas", redis = true)
class StorageIT {

    @Autowired Sagas sagas;
    @Autowired Journal journal;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Stores stores;

    @ParameterizedTest
    @MethodSource("io.paymentsengine.saga.storage.SagaSamples#ofEveryKind")
    void a_saga_is_read_as_it_was_inserted(PaymentSaga saga) {
        asWorker(() -> inserted(saga));

        assertThat(asWorker(() -> sagas.find(saga.key()))).contains(saga);
        assertThat(asWorker(() -> sagas.lock(List.of(saga.key())))).containsExactly(saga);
    }

    @ParameterizedTest
    @MethodSource("io.paymentsengine.saga.storage.SagaSamples#ofEveryKind")
    void a_saga_is_read_as_it_was_updated(PaymentSaga saga) {
        asWorker(() -> inserted(SagaSamples.justStarted(saga)));

        asWorker(
                () -> {
                    sagas.updateAll(List.of(saga));
                    return saga;
                });

        assertThat(asWorker(() -> sagas.find(saga.key())).orElseThrow().instance())
                .isEqualTo(saga.instance());
        assertThat(asWorker(() -> sagas.find(saga.key())).orElseThrow().accounts())
                .isEqualTo(saga.accounts());
    }

    /// The rows in the two partitions have the same `ctid`, so an update has to compare the
    /// partition too.
    @Test
    void in_a_table_of_partitions_a_saga_moves_alone() throws SQLException {
        PaymentSaga moves = SagaSamples.completed();
        PaymentSaga stays = SagaSamples.running(STANDARD);
        UUID bound = stays.key().payment().value();

        try (Halves halves =
                Halves.of(stores.database("sagas").asSuperuser(), "saga", "payment_id", bound)) {
            Sagas split =
                    new JdbcSagas(
                            JdbcClient.create(
                                    new SingleConnectionDataSource(halves.connection(), true)));
            split.insertAll(List.of(SagaSamples.justStarted(moves), stays));
            split.updateAll(List.of(moves));

            assertThat(split.find(moves.key())).contains(moves);
            assertThat(split.find(stays.key())).contains(stays);
        }
    }

    @Test
    void a_journal_is_read_as_it_was_written() {
        SagaKey key = SagaSamples.key(STANDARD);
        List<JournalEntry> entries =
                List.of(
                        new JournalEntry(key, 1, NOW, new Cause("a", "saga", "Started"), "asks"),
                        new JournalEntry(
                                key,
                                2,
                                NOW,
                                new Cause(
                                        "b",
                                        "saga",
                                        "Retry",
                                        Optional.of(new Intervention("me", "so"))),
                                "asks again"));

        asWorker(
                () -> {
                    journal.append(entries);
                    return key;
                });

        assertThat(asWorker(() -> journal.of(key))).isEqualTo(entries);
    }

    @Test
    void a_query_without_where_sees_one_tenant_and_outside_of_any_scope_nothing() {
        asWorker(() -> inserted(SagaSamples.running(STANDARD)));
        asWorker(() -> inserted(SagaSamples.running(NEDERLAND)));
        Supplier<List<String>> tenants =
                () ->
                        jdbc.sql("SELECT DISTINCT tenant_id FROM saga ORDER BY 1")
                                .query(String.class)
                                .list();

        assertThat(as(TenantScope.of(STANDARD), tenants)).containsExactly("STD-001");
        assertThat(as(TenantScope.of(NEDERLAND), tenants)).containsExactly("NED-001");
        assertThat(asWorker(tenants)).contains("STD-001", "NED-001");
        List<String> outside = transaction.execute(_ -> tenants.get());
        assertThat(outside).isEmpty();
    }

    @Test
    void what_is_asked_for_one_tenant_is_that_tenants_whoever_reads_it() {
        PaymentSaga foreign = asWorker(() -> inserted(SagaSamples.running(NEDERLAND)));
        SagaKey asStranger = new SagaKey(STANDARD, foreign.key().payment());
        Sagas.Query all =
                new Sagas.Query(
                        STANDARD, Optional.empty(), Optional.empty(), Optional.empty(), 10_000);

        assertThat(asWorker(() -> sagas.list(all)))
                .extracting(saga -> saga.key().tenant())
                .doesNotContain(NEDERLAND);
        assertThat(asWorker(() -> sagas.find(asStranger))).isEmpty();
        assertThat(asWorker(() -> sagas.lock(List.of(asStranger)))).isEmpty();
    }

    @Test
    void a_second_saga_of_a_payment_is_refused() {
        PaymentSaga saga = asWorker(() -> inserted(SagaSamples.running(STANDARD)));

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> asWorker(() -> inserted(saga)));
    }

    @Test
    void a_tenant_writes_no_row_of_another() {
        PaymentSaga foreign = SagaSamples.running(NEDERLAND);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> as(TenantScope.of(STANDARD), () -> inserted(foreign)))
                .havingRootCause()
                .withMessageContaining("row-level security");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outcome = 'CANCELLED', state = 'CANCELLED'",
                "ended_at = now()",
                "outcome = NULL, state = 'RUNNING', step = 'VALIDATE', ended_at = NULL"
            })
    void an_end_is_final_whoever_says_otherwise(String change) {
        PaymentSaga saga = SagaSamples.completed();
        asWorker(() -> inserted(saga));

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> superuser("UPDATE saga SET " + change, saga))
                .havingRootCause()
                .withMessageContaining("has ended COMPLETED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state = 'SLEEPING'",
                "step = NULL",
                "outcome = 'COMPLETED'",
                "outcome = 'REJECTED', state = 'COMPENSATING'",
                "debtor = NULL",
                "amount = 0",
                "step = 'RESERVE', debtor_account = NULL",
                "alarm = 'infinity'",
                "ended_at = now()"
            })
    void a_row_that_makes_no_sense_is_refused(String change) {
        PaymentSaga saga = SagaSamples.running(STANDARD);
        asWorker(() -> inserted(saga));

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> superuser("UPDATE saga SET " + change, saga));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UPDATE journal SET detail = ''", "DELETE FROM journal", "DELETE FROM saga"})
    void what_was_written_down_stays(String statement) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> asWorker(() -> jdbc.sql(statement).update()))
                .havingRootCause()
                .withMessageContaining("permission denied");
    }

    @Test
    void two_clocks_find_each_due_saga_once() {
        Instant past = Instant.parse("2000-01-01T00:00:00Z");
        List<PaymentSaga> due = Stream.generate(() -> SagaSamples.due(past)).limit(20).toList();
        asWorker(
                () -> {
                    sagas.insertAll(due);
                    return due;
                });

        List<PaymentSaga> found =
                asWorker(
                        () -> {
                            List<PaymentSaga> mine = sagas.lockDue(past, 10);
                            List<PaymentSaga> others = elsewhere(() -> sagas.lockDue(past, 20));
                            return Stream.concat(mine.stream(), others.stream()).toList();
                        });

        assertThat(found).containsExactlyInAnyOrderElementsOf(due);
        due.forEach(saga -> superuser("DELETE FROM saga", saga));
    }

    @Test
    void open_sagas_are_counted_by_tenant_and_state() {
        long before = needingAttention();
        asWorker(() -> inserted(SagaSamples.stuck(NEDERLAND)));

        assertThat(needingAttention()).isEqualTo(before + 1);
    }

    private long needingAttention() {
        return asWorker(() -> sagas.countOpen()).stream()
                .filter(count -> count.tenant().equals(NEDERLAND))
                .filter(count -> count.status() == Status.NEEDS_ATTENTION)
                .mapToLong(Sagas.Count::sagas)
                .sum();
    }

    private PaymentSaga inserted(PaymentSaga saga) {
        sagas.insertAll(List.of(saga));
        return saga;
    }

    /// Runs the work in another transaction at the same time.
    private <T> T elsewhere(Supplier<T> work) {
        return CompletableFuture.supplyAsync(() -> asWorker(work)).join();
    }

    private <T> T asWorker(Supplier<T> work) {
        return as(TenantScope.worker(), work);
    }

    private <T> T as(TenantScope scope, Supplier<T> work) {
        return scope.call(() -> transaction.execute(_ -> work.get()));
    }

    private void superuser(String statement, PaymentSaga saga) {
        JdbcClient.create(stores.database("sagas").asSuperuser())
                .sql(statement + " WHERE payment_id = :payment::uuid")
                .param("payment", saga.key().payment().toString())
                .update();
    }
}

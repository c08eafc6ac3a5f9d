package io.paymentsengine.saga.storage;

import static io.paymentsengine.saga.storage.SagaSamples.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.localstack.testing.Stores;
import io.paymentsengine.localstack.testing.WithStores;
import io.paymentsengine.platform.tenancy.TenantScope;
import io.paymentsengine.saga.application.Sagas;
import io.paymentsengine.saga.domain.PaymentSaga;
import io.paymentsengine.saga.domain.SagaKey;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// How batches that share sagas wait for each other.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "payments.saga.scan-interval=1h"})
@WithStores(database = "sagas", redis = true)
class LockedSagasIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired Sagas sagas;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Stores stores;

    private final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();
    private final List<PaymentSaga> two =
            Stream.generate(() -> SagaSamples.running(STANDARD))
                    .limit(2)
                    .sorted(Comparator.comparing(saga -> saga.key().payment()))
                    .toList();
    private final SagaKey low = two.getFirst().key();
    private final SagaKey high = two.getLast().key();

    @AfterEach
    void let_go() {
        others.close();
    }

    @Test
    void a_batch_waits_until_the_one_before_has_committed() {
        store();

        CompletableFuture<List<PaymentSaga>> second =
                asWorker(
                        () -> {
                            sagas.lock(List.of(low));
                            CompletableFuture<List<PaymentSaga>> waiting = lockElsewhere(low);
                            awaitAWaiter();
                            assertThat(waiting).isNotDone();
                            return waiting;
                        });

        assertThat(second.join()).hasSize(1);
    }

    @Test
    void a_batch_that_waits_for_a_saga_holds_none_behind_it() {
        store();

        CompletableFuture<List<PaymentSaga>> second =
                asWorker(
                        () -> {
                            sagas.lock(List.of(low));
                            CompletableFuture<List<PaymentSaga>> waiting = lockElsewhere(high, low);
                            awaitAWaiter();
                            assertThat(isFree(high)).isTrue();
                            return waiting;
                        });

        assertThat(second.join()).hasSize(2);
    }

    private void store() {
        asWorker(
                () -> {
                    sagas.insertAll(two);
                    return two;
                });
    }

    private CompletableFuture<List<PaymentSaga>> lockElsewhere(SagaKey... keys) {
        return CompletableFuture.supplyAsync(
                () -> asWorker(() -> sagas.lock(List.of(keys))), others);
    }

    private boolean isFree(SagaKey key) {
        return !jdbc.sql(
                        """
                        SELECT payment_id FROM saga WHERE payment_id = ?
                        FOR UPDATE SKIP LOCKED
                        """)
                .param(key.payment().value())
                .query((row, _) -> row.getString(1))
                .list()
                .isEmpty();
    }

    private void awaitAWaiter() {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                JdbcClient.create(stores.database("sagas").asSuperuser())
                                                .sql(
                                                        """
                                                        SELECT count(*) FROM pg_stat_activity
                                                        WHERE datname = 'sagas'
                                                          AND wait_event_type = 'Lock'
                                                          AND query LIKE '%FOR UPDATE) AS saga%'
                                                        """)
                                                .query(Long.class)
                                                .single()
                                        == 1);
    }

    private <T> T asWorker(Supplier<T> work) {
        return TenantScope.worker().call(() -> transaction.execute(_ -> work.get()));
    }
}

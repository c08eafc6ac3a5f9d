package io.paymentsengine.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.localstack.testing.Stores;
import io.paymentsengine.localstack.testing.WithStores;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        classes = TenancyIT.Nothing.class,
        properties = "payments.max-concurrent-requests=3")
@WithStores(database = "tenancy", isolated = true)
class TenancyIT {

    private static final TenantId STD = new TenantId("STD-001");
    private static final TenantId NED = new TenantId("NED-001");
    private static final int PLACES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Stores stores;

    @BeforeEach
    void two_tenants_have_a_row_each() {
        JdbcClient owner = JdbcClient.create(stores.database("tenancy").asOwner());
        owner.sql("DROP TABLE IF EXISTS owned").update();
        owner.sql("CREATE TABLE owned (tenant_id text NOT NULL)").update();
        owner.sql("INSERT INTO owned VALUES ('STD-001'), ('NED-001')").update();
        owner.sql("ALTER TABLE owned ENABLE ROW LEVEL SECURITY").update();
        owner.sql("ALTER TABLE owned FORCE ROW LEVEL SECURITY").update();
        owner.sql(
                        """
                        CREATE POLICY tenant_rows ON owned USING (
                            tenant_id = (SELECT current_setting('payments.tenant', true))
                            OR (SELECT current_setting('payments.tenant', true)) = '*')
                        """)
                .update();
        owner.sql("GRANT SELECT, INSERT ON owned TO tenancy_app").update();
    }

    @Test
    void a_query_without_where_sees_one_tenant() {
        assertThat(seenBy(TenantScope.of(STD))).containsExactly("STD-001");
        assertThat(seenBy(TenantScope.of(NED))).containsExactly("NED-001");
    }

    @Test
    void the_worker_sees_all() {
        assertThat(seenBy(TenantScope.worker())).containsExactlyInAnyOrder("STD-001", "NED-001");
    }

    @Test
    void outside_of_any_scope_nothing_is_seen() {
        assertThat(seen()).isEmpty();
    }

    @Test
    void a_scope_leaves_nothing_behind_on_its_connection() {
        for (int i = 0; i < 50; i++) {
            seenBy(TenantScope.worker());
            assertThat(seen()).isEmpty();
        }
    }

    @Test
    void a_tenant_writes_no_row_of_another() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(
                        () ->
                                TenantScope.of(STD)
                                        .run(
                                                () ->
                                                        transaction.executeWithoutResult(
                                                                _ ->
                                                                        jdbc.sql(
                                                                                        "INSERT INTO owned VALUES ('NED-001')")
                                                                                .update())))
                .havingRootCause()
                .withMessageContaining("row-level security");
    }

    @Test
    void a_lost_connection_leaves_no_transaction_on_the_thread() {
        stores.postgres().kill();
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> seenBy(TenantScope.of(STD)))
                .isInstanceOfAny(TransactionException.class, DataAccessException.class);

        assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
        assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
        stores.postgres().start();
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> seenBy(TenantScope.of(STD)), List.of("STD-001")::equals);
    }

    @Test
    void requests_leave_connections_to_messages() throws Exception {
        CountDownLatch enough = new CountDownLatch(1);
        CountDownLatch inside = new CountDownLatch(PLACES);
        try (var requests = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < PLACES; i++) {
                var _ = requests.submit(() -> TenantScope.of(NED).run(() -> stay(inside, enough)));
            }
            try {
                assertThat(inside.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

                assertThat(seenBy(TenantScope.worker())).hasSize(2);
                assertThat(seenBy(TenantScope.ahead(STD))).containsExactly("STD-001");
                assertThatExceptionOfType(CannotCreateTransactionException.class)
                        .isThrownBy(() -> seenBy(TenantScope.of(STD)));
            } finally {
                enough.countDown();
            }
        }
        assertThat(seenBy(TenantScope.of(STD))).containsExactly("STD-001");
    }

    private void stay(CountDownLatch inside, CountDownLatch enough) {
        transaction.executeWithoutResult(
                _ -> {
                    inside.countDown();
                    try {
                        enough.await();
                    } catch (InterruptedException stopping) {
                        throw new IllegalStateException(stopping);
                    }
                });
    }

    private List<String> seenBy(TenantScope scope) {
        return scope.call(this::seen);
    }

    private List<String> seen() {
        return transaction.execute(
                _ -> jdbc.sql("SELECT tenant_id FROM owned").query(String.class).list());
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Nothing {}
}

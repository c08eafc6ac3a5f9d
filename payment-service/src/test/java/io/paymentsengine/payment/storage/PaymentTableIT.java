package io.paymentsengine.payment.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.testing.RunningPaymentService;
import io.paymentsengine.payment.testing.Samples;
import io.paymentsengine.platform.tenancy.TenantScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What the database itself enforces, whatever the code does.
class PaymentTableIT extends RunningPaymentService {

    @Autowired private DataSource pool;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;

    private UUID ofStd = new UUID(0, 0);
    private UUID ofNed = new UUID(0, 0);

    @SuppressWarnings("NullAway.Init") // Spring injects
    PaymentTableIT() {}

    @BeforeEach
    void request() {
        ofStd = UUID.fromString(requested(std));
        ofNed = UUID.fromString(requested(ned));
    }

    @Test
    void a_query_without_where_sees_one_tenants_rows() {
        assertThat(tenantsSeenBy(TenantScope.of(Samples.STD))).containsExactly("STD-001");
        assertThat(tenantsSeenBy(TenantScope.of(Samples.NED))).containsExactly("NED-001");
        assertThat(tenantsSeenBy(TenantScope.of(new TenantId("XXX-999")))).isEmpty();
    }

    @Test
    void the_worker_sees_all_and_nobody_sees_nothing() {
        assertThat(tenantsSeenBy(TenantScope.worker())).contains("STD-001", "NED-001");
        assertThat(jdbc.sql("SELECT count(*) FROM payment").query(Long.class).single()).isZero();
    }

    /// `socketTimeout` is 30 s. Otherwise a session whose client has gone would keep its locks and go on
    /// waiting.
    @Test
    void a_statement_is_given_up_by_the_database_before_the_service_gives_it_up() {
        assertThat(jdbc.sql("SHOW statement_timeout").query(String.class).single())
                .isEqualTo("25s");
    }

    /// A plan is made while a table is small and kept while it grows. The payment table keeps the pages that it
    /// once had, so the test queries a small system catalog instead.
    @Test
    void a_table_of_few_rows_is_read_by_its_index_too() {
        List<String> plan =
                jdbc.sql("EXPLAIN SELECT oid FROM pg_namespace WHERE oid = 1")
                        .query((row, _) -> row.getString(1))
                        .list();

        assertThat(plan.getFirst()).startsWith("Index");
    }

    /// Other sessions wait for rows that a vanished host has locked.
    @Test
    void a_session_that_falls_silent_in_a_transaction_is_ended() {
        assertThat(
                        jdbc.sql("SHOW idle_in_transaction_session_timeout")
                                .query(String.class)
                                .single())
                .isEqualTo("15s");
    }

    @Test
    void a_database_that_falls_silent_is_away() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(30_000);
        }
    }

    /// As after a failover: the server answers, but refuses all writes.
    @Test
    void a_server_that_became_a_replica_is_left() throws SQLException {
        int session;
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            session = connection.unwrap(PGConnection.class).getBackendPID();
            statement.execute("SET default_transaction_read_only = on");
            assertThatThrownBy(() -> statement.execute("DELETE FROM outbox"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refusal -> assertThat(refusal.getSQLState()).isEqualTo("25006"));
        }

        JdbcClient owner = JdbcClient.create(stores.database("payments").asOwner());
        await().untilAsserted(
                        () ->
                                assertThat(
                                                owner.sql("SELECT pid FROM pg_stat_activity")
                                                        .query(Integer.class)
                                                        .list())
                                        .doesNotContain(session));
    }

    @Test
    void the_owner_sees_one_tenants_rows_too() {
        DataSource owner = stores.database("payments").asOwner();
        JdbcClient sql = JdbcClient.create(owner);

        List<String> seen =
                new TransactionTemplate(new JdbcTransactionManager(owner))
                        .execute(
                                _ -> {
                                    sql.sql("SELECT set_config('payments.tenant', 'STD-001', true)")
                                            .query(String.class)
                                            .single();
                                    return sql.sql("SELECT DISTINCT tenant_id FROM payment")
                                            .query((row, _) -> row.getString(1))
                                            .list();
                                });

        assertThat(seen).containsExactly("STD-001");
        assertThat(sql.sql("SELECT count(*) FROM payment").query(Long.class).single()).isZero();
    }

    @Test
    void a_tenant_neither_changes_nor_makes_anothers_rows() {
        int changed =
                as(
                        Samples.STD,
                        "UPDATE payment SET status = 'COMPLETED', ended_at = now() WHERE id = ?",
                        ofNed);

        assertThat(changed).isZero();
        assertThatThrownBy(
                        () ->
                                as(
                                        Samples.STD,
                                        """
                                        INSERT INTO payment (tenant_id, id, debtor, creditor,
                                                             amount, currency, reference)
                                        SELECT 'NED-001', uuidv7(), debtor, creditor,
                                               amount, currency, reference
                                        FROM payment WHERE id = ?
                                        """,
                                        ofStd))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void an_end_is_for_ever() {
        end("status = 'COMPLETED', ended_at = now()");

        assertThatThrownBy(() -> end("status = 'CANCELLED'"))
                .isInstanceOf(DataIntegrityViolationException.class)
                .rootCause()
                .hasMessageContaining("has ended");
        assertThatThrownBy(() -> end("status = 'ACCEPTED', ended_at = NULL"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status = 'COMPLETED'",
                "ended_at = now()",
                "status = 'REJECTED', ended_at = now()",
                "status = 'REJECTED', ended_at = now(), reason_code = 'X'",
                "status = 'COMPLETED', ended_at = now(), reason_code = 'X', reason_detail = ''",
                "status = 'DONE', ended_at = now()"
            })
    void an_end_is_whole(String change) {
        assertThatThrownBy(() -> end(change)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE payment SET amount = 1 WHERE id = ?",
                "UPDATE payment SET creditor = debtor WHERE id = ?",
                "DELETE FROM payment WHERE id = ?"
            })
    void what_was_requested_never_changes(String statement) {
        assertThatThrownBy(() -> as(Samples.STD, statement, ofStd))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void a_key_is_forgotten_once_its_payment_has_ended_and_never_becomes_another() {
        assertThatThrownBy(() -> end("idempotency_key = NULL"))
                .isInstanceOf(DataIntegrityViolationException.class)
                .rootCause()
                .hasMessageContaining("is kept");
        assertThatThrownBy(() -> end("idempotency_key = 'another'"))
                .isInstanceOf(DataIntegrityViolationException.class);
        end("status = 'COMPLETED', ended_at = now()");
        assertThatThrownBy(() -> end("idempotency_key = 'another'"))
                .isInstanceOf(DataIntegrityViolationException.class);

        end("idempotency_key = NULL");
    }

    @Test
    void a_cancellation_is_kept_as_it_was_and_comes_before_the_end() {
        end("cancel_requested_at = now()");
        assertThatThrownBy(() -> end("cancel_requested_at = NULL"))
                .isInstanceOf(DataIntegrityViolationException.class)
                .rootCause()
                .hasMessageContaining("is kept");
        end("status = 'COMPLETED', ended_at = now()");

        assertThatThrownBy(() -> end("cancel_requested_at = now()"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void end(String change) {
        as(Samples.STD, "UPDATE payment SET " + change + " WHERE id = ?", ofStd);
    }

    private int as(TenantId tenant, String statement, UUID payment) {
        return TenantScope.of(tenant)
                .call(() -> transaction.execute(_ -> jdbc.sql(statement).param(payment).update()));
    }

    private List<String> tenantsSeenBy(TenantScope scope) {
        return scope.call(
                () ->
                        transaction.execute(
                                _ ->
                                        jdbc.sql("SELECT DISTINCT tenant_id FROM payment")
                                                .query(String.class)
                                                .list()));
    }
}

package io.paymentsengine.saga.storage;

import static io.paymentsengine.saga.storage.SagaArrays.texts;

import io.paymentsengine.contracts.vocabulary.Moments;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.saga.application.Sagas;
import io.paymentsengine.saga.domain.PaymentSaga;
import io.paymentsengine.saga.domain.SagaKey;
import io.paymentsengine.saga.domain.Status;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Sagas in PostgreSQL. Each method is one statement, however many sagas there are. Methods that are given
/// several sagas look up each row, whatever the planner's statistics say (decision 0010).
@Repository
class JdbcSagas implements Sagas {

    private final JdbcClient jdbc;

    JdbcSagas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Locks in a fixed order, so that batches that share sagas wait for each other but never deadlock.
    @Override
    public List<PaymentSaga> lock(Collection<SagaKey> keys) {
        List<SagaKey> distinct = keys.stream().distinct().toList();
        return jdbc.sql(
                        """
                        SELECT saga.*
                        FROM (SELECT tenant, payment
                              FROM unnest(:tenants::text[], :payments::uuid[])
                                   AS named (tenant, payment)
                              ORDER BY tenant, payment) AS asked
                        CROSS JOIN LATERAL (
                            SELECT * FROM saga
                            WHERE tenant_id = asked.tenant AND payment_id = asked.payment
                            FOR UPDATE) AS saga
                        """)
                .param("tenants", texts(distinct, SagaKey::tenant))
                .param("payments", texts(distinct, SagaKey::payment))
                .query(SagaReader::read)
                .list();
    }

    @Override
    public List<PaymentSaga> lockDue(Instant now, int max) {
        return jdbc.sql(
                        """
                        SELECT * FROM saga
                        WHERE ended_at IS NULL AND alarm <= :now::timestamptz
                        ORDER BY alarm LIMIT :max
                        FOR UPDATE SKIP LOCKED
                        """)
                .param("now", now.toString())
                .param("max", max)
                .query(SagaReader::read)
                .list();
    }

    @Override
    public void insertAll(Collection<PaymentSaga> sagas) {
        if (sagas.isEmpty()) {
            return;
        }
        StatementSpec insert =
                jdbc.sql(
                        """
                        INSERT INTO saga (
                            tenant_id, payment_id, created_at, trace_parent,
                            debtor, creditor, amount, currency, reference, requested_at,
                            debtor_account, creditor_account,
                            state, step, outcome, reason_code, reason_detail,
                            repeats, entries, idle_entries, moved_at, ended_at,
                            step_deadline, saga_deadline, attention_deadline, alarm)
                        SELECT * FROM unnest(
                            :tenant::text[], :payment::uuid[],
                            :createdAt::timestamptz[], :traceParent::text[],
                            :debtor::text[], :creditor::text[], :amount::bigint[],
                            :currency::text[], :reference::text[], :requestedAt::timestamptz[],
                            :debtorAccount::uuid[], :creditorAccount::uuid[],
                            :state::text[], :step::text[], :outcome::text[],
                            :reasonCode::text[], :reasonDetail::text[],
                            :repeats::int[], :entries::int[], :idleEntries::int[],
                            :movedAt::timestamptz[], :endedAt::timestamptz[],
                            :stepDeadline::timestamptz[], :sagaDeadline::timestamptz[],
                            :attentionDeadline::timestamptz[], :alarm::timestamptz[])
                        """);
        withPosition(withPayment(insert, sagas), sagas).update();
    }

    @Override
    public void updateAll(Collection<PaymentSaga> sagas) {
        if (sagas.isEmpty()) {
            return;
        }
        StatementSpec update =
                jdbc.sql(
                        """
                        UPDATE saga SET
                            debtor_account = moved.debtor_account,
                            creditor_account = moved.creditor_account,
                            state = moved.state, step = moved.step, outcome = moved.outcome,
                            reason_code = moved.reason_code, reason_detail = moved.reason_detail,
                            repeats = moved.repeats, entries = moved.entries,
                            idle_entries = moved.idle_entries,
                            moved_at = moved.moved_at, ended_at = moved.ended_at,
                            step_deadline = moved.step_deadline,
                            saga_deadline = moved.saga_deadline,
                            attention_deadline = moved.attention_deadline, alarm = moved.alarm
                        FROM unnest(
                            :tenant::text[], :payment::uuid[],
                            :debtorAccount::uuid[], :creditorAccount::uuid[],
                            :state::text[], :step::text[], :outcome::text[],
                            :reasonCode::text[], :reasonDetail::text[],
                            :repeats::int[], :entries::int[], :idleEntries::int[],
                            :movedAt::timestamptz[], :endedAt::timestamptz[],
                            :stepDeadline::timestamptz[], :sagaDeadline::timestamptz[],
                            :attentionDeadline::timestamptz[], :alarm::timestamptz[])
                            AS moved (
                                tenant, payment, debtor_account, creditor_account,
                                state, step, outcome, reason_code, reason_detail,
                                repeats, entries, idle_entries, moved_at, ended_at,
                                step_deadline, saga_deadline, attention_deadline, alarm)
                        CROSS JOIN LATERAL (
                            SELECT tableoid AS part, ctid AS place FROM saga
                            WHERE tenant_id = moved.tenant AND payment_id = moved.payment
                            OFFSET 0) AS held
                        WHERE saga.tableoid = held.part AND saga.ctid = held.place
                        """);
        withPosition(update, sagas).update();
    }

    @Override
    public Optional<PaymentSaga> find(SagaKey key) {
        return jdbc.sql(
                        """
                        SELECT * FROM saga
                        WHERE tenant_id = :tenant AND payment_id = :payment::uuid
                        """)
                .param("tenant", key.tenant().value())
                .param("payment", key.payment().toString())
                .query(SagaReader::read)
                .optional();
    }

    /// Reads a range of the primary key or of the index by state. The state is written into the statement as a
    /// literal rather than a parameter: only then can PostgreSQL use the matching partial index, whichever plan
    /// it has cached.
    @Override
    public List<PaymentSaga> list(Query query) {
        StringBuilder sql = new StringBuilder("SELECT * FROM saga WHERE tenant_id = :tenant");
        query.status().ifPresent(status -> sql.append(" AND state = '%s'".formatted(status)));
        query.acceptedBefore().ifPresent(_ -> sql.append(" AND payment_id < :before"));
        query.after().ifPresent(_ -> sql.append(" AND payment_id > :after"));
        StatementSpec select =
                jdbc.sql(sql.append(" ORDER BY payment_id LIMIT :max").toString())
                        .param("tenant", query.tenant().value())
                        .param("max", query.max());
        query.acceptedBefore()
                .map(Moments::firstAt)
                .ifPresent(before -> select.param("before", before.value()));
        query.after().ifPresent(after -> select.param("after", after.value()));
        return select.query(SagaReader::read).list();
    }

    @Override
    public List<Count> countOpen() {
        return jdbc.sql(
                        """
                        SELECT tenant_id, state, count(*) AS sagas FROM saga
                        WHERE ended_at IS NULL GROUP BY tenant_id, state
                        """)
                .query(
                        (row, _) ->
                                new Count(
                                        new TenantId(row.getString("tenant_id")),
                                        Status.valueOf(row.getString("state")),
                                        row.getLong("sagas")))
                .list();
    }

    private static StatementSpec withPayment(
            StatementSpec statement, Collection<PaymentSaga> sagas) {
        return statement
                .param("createdAt", texts(sagas, PaymentSaga::createdAt))
                .param("traceParent", texts(sagas, SagaColumns::traceParent))
                .param("debtor", texts(sagas, SagaColumns::debtor))
                .param("creditor", texts(sagas, SagaColumns::creditor))
                .param("amount", texts(sagas, SagaColumns::amount))
                .param("currency", texts(sagas, SagaColumns::currency))
                .param("reference", texts(sagas, SagaColumns::reference))
                .param("requestedAt", texts(sagas, SagaColumns::requestedAt));
    }

    private static StatementSpec withPosition(
            StatementSpec statement, Collection<PaymentSaga> sagas) {
        return statement
                .param("tenant", texts(sagas, SagaColumns::tenant))
                .param("payment", texts(sagas, SagaColumns::payment))
                .param("debtorAccount", texts(sagas, SagaColumns::debtorAccount))
                .param("creditorAccount", texts(sagas, SagaColumns::creditorAccount))
                .param("state", texts(sagas, SagaColumns::state))
                .param("step", texts(sagas, SagaColumns::step))
                .param("outcome", texts(sagas, SagaColumns::outcome))
                .param("reasonCode", texts(sagas, SagaColumns::reasonCode))
                .param("reasonDetail", texts(sagas, SagaColumns::reasonDetail))
                .param("repeats", texts(sagas, SagaColumns::repeats))
                .param("entries", texts(sagas, SagaColumns::entries))
                .param("idleEntries", texts(sagas, SagaColumns::idleEntries))
                .param("movedAt", texts(sagas, SagaColumns::movedAt))
                .param("endedAt", texts(sagas, SagaColumns::endedAt))
                .param("stepDeadline", texts(sagas, saga -> SagaColumns.deadlines(saga).step()))
                .param("sagaDeadline", texts(sagas, saga -> SagaColumns.deadlines(saga).saga()))
                .param(
                        "attentionDeadline",
                        texts(sagas, saga -> SagaColumns.deadlines(saga).attention()))
                .param("alarm", texts(sagas, saga -> SagaColumns.deadlines(saga).alarm()));
    }
}

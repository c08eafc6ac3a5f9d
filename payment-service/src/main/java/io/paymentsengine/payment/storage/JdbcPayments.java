package io.paymentsengine.payment.storage;

import static io.paymentsengine.platform.sql.SqlArrays.longs;
import static io.paymentsengine.platform.sql.SqlArrays.texts;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.application.NewPayment;
import io.paymentsengine.payment.application.OpenPayment;
import io.paymentsengine.payment.application.OpenQuery;
import io.paymentsengine.payment.application.PaymentKey;
import io.paymentsengine.payment.application.PaymentQuery;
import io.paymentsengine.payment.application.Payments;
import io.paymentsengine.payment.application.RequestKey;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.payment.domain.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Payments in PostgreSQL. Operations on many payments are one statement, which looks up each row whatever the
/// planner's statistics say (decision 0010); single payments are read with JPA.
@Repository
class JdbcPayments implements Payments {

    /// Order of inserts. Transactions that insert the same keys at the same time wait for each other; with a
    /// fixed order they can't deadlock.
    private static final Comparator<NewPayment> BY_KEY =
            Comparator.comparing((NewPayment each) -> each.payment().tenant())
                    .thenComparing(each -> each.key().orElse(""));

    /// The order in which the whole suite locks rows.
    private static final Comparator<Payment> BY_ID =
            Comparator.comparing(Payment::tenant).thenComparing(Payment::id);

    private final JdbcClient jdbc;
    private final PaymentRows rows;
    private final PaymentLists lists;
    private final OpenPayments open;
    private final ExpiredKeys expiredKeys;

    JdbcPayments(
            JdbcClient jdbc,
            PaymentRows rows,
            PaymentLists lists,
            OpenPayments open,
            ExpiredKeys expiredKeys) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.lists = lists;
        this.open = open;
        this.expiredKeys = expiredKeys;
    }

    @Override
    public Set<PaymentId> addAll(Collection<NewPayment> payments) {
        List<NewPayment> sorted = payments.stream().sorted(BY_KEY).toList();
        return new HashSet<>(
                jdbc.sql(
                                """
                                INSERT INTO payment (tenant_id, id, debtor, creditor, amount,
                                                     currency, reference, idempotency_key)
                                SELECT * FROM unnest(:tenants, :ids::uuid[], :debtors, :creditors,
                                                     :amounts, :currencies, :references, :keys)
                                ON CONFLICT DO NOTHING
                                RETURNING id
                                """)
                        .param("tenants", texts(sorted, each -> each.payment().tenant()))
                        .param("ids", texts(sorted, each -> each.payment().id()))
                        .param("debtors", texts(sorted, each -> transfer(each).debtor()))
                        .param("creditors", texts(sorted, each -> transfer(each).creditor()))
                        .param(
                                "amounts",
                                longs(sorted, each -> transfer(each).amount().minorUnits()))
                        .param("currencies", texts(sorted, JdbcPayments::currency))
                        .param("references", texts(sorted, each -> transfer(each).reference()))
                        .param("keys", texts(sorted, each -> each.key().orElse(null)))
                        .query((row, _) -> new PaymentId(row.getObject("id", UUID.class)))
                        .list());
    }

    @Override
    public Map<RequestKey, Payment.Accepted> findByRequestKeys(Collection<RequestKey> keys) {
        List<RequestKey> asked = List.copyOf(keys);
        Map<RequestKey, Payment.Accepted> found = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT payment.*
                        FROM unnest(:tenants, :keys) AS asked (tenant, request_key)
                        CROSS JOIN LATERAL (
                            SELECT tenant_id, id, debtor, creditor, amount, currency, reference,
                                   idempotency_key
                            FROM payment
                            WHERE tenant_id = tenant AND idempotency_key = request_key
                            OFFSET 0) AS payment
                        """)
                .param("tenants", texts(asked, RequestKey::tenant))
                .param("keys", texts(asked, RequestKey::value))
                .query(
                        row -> {
                            found.put(
                                    new RequestKey(
                                            new TenantId(row.getString("tenant_id")),
                                            row.getString("idempotency_key")),
                                    PaymentColumns.accepted(row));
                        });
        return found;
    }

    @Override
    public Optional<Payment> find(PaymentKey key) {
        return rows.findById(new PaymentRow.Key(key.tenant().value(), key.id().value()))
                .map(PaymentRow::payment);
    }

    @Override
    public Map<PaymentKey, Payment> findAll(Collection<PaymentKey> keys) {
        List<PaymentKey> asked = List.copyOf(keys);
        Map<PaymentKey, Payment> found = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT payment.*
                        FROM unnest(:tenants, :ids::uuid[]) AS asked (tenant, asked_id)
                        CROSS JOIN LATERAL (
                            SELECT %s FROM payment
                            WHERE tenant_id = tenant AND id = asked_id
                            OFFSET 0) AS payment
                        """
                                .formatted(PaymentColumns.ALL))
                .param("tenants", texts(asked, PaymentKey::tenant))
                .param("ids", texts(asked, PaymentKey::id))
                .query(
                        row -> {
                            Payment payment = PaymentColumns.payment(row);
                            found.put(new PaymentKey(payment.tenant(), payment.id()), payment);
                        });
        return found;
    }

    @Override
    public List<Payment> list(PaymentQuery query) {
        return lists.list(query);
    }

    @Override
    public List<OpenPayment> lockAccepted(OpenQuery query) {
        return open.lock(query);
    }

    @Override
    public Map<TenantId, Integer> countAccepted(
            Collection<TenantId> tenants, Instant since, int max) {
        return open.count(tenants, since, max);
    }

    @Override
    public boolean requestCancellation(PaymentKey key, Instant at) {
        return open.requestCancellation(key, at);
    }

    /// The rows need not be locked beforehand: the events of one payment come from one partition, which one
    /// consumer handles at a time. Should that ever not hold, this method fails and the batch is processed
    /// again. If a cancellation request was written to a row while this statement waited for it, the row has a
    /// new `ctid`; such rows are looked up a second time.
    @Override
    public void endAll(Collection<? extends Payment.Ended> ended) {
        int stored = end(ended);
        if (stored < ended.size()) {
            stored += end(ended);
        }
        if (stored != ended.size()) {
            throw new OptimisticLockingFailureException(
                    "%d payments were to end and %d did".formatted(ended.size(), stored));
        }
    }

    /// Ends those payments that have not ended, and returns how many.
    private int end(Collection<? extends Payment.Ended> ended) {
        List<? extends Payment.Ended> all = ended.stream().sorted(BY_ID).toList();
        return jdbc.sql(
                        """
                                UPDATE payment
                                SET status = new.status, reason_code = code,
                                    reason_detail = detail, ended_at = at
                                FROM unnest(:tenants, :ids::uuid[], :statuses, :codes, :details,
                                            :times::timestamptz[])
                                     AS new (tenant, ended_id, status, code, detail, at)
                                CROSS JOIN LATERAL (
                                    SELECT tableoid AS part, ctid AS place FROM payment
                                    WHERE tenant_id = tenant AND id = ended_id
                                      AND payment.ended_at IS NULL
                                    OFFSET 0) AS open
                                WHERE payment.tableoid = open.part AND payment.ctid = open.place
                                """)
                .param("tenants", texts(all, Payment::tenant))
                .param("ids", texts(all, Payment::id))
                .param("statuses", texts(all, Payment::status))
                .param("codes", texts(all, JdbcPayments::reasonCode))
                .param("details", texts(all, JdbcPayments::reasonDetail))
                .param("times", texts(all, Payment.Ended::endedAt))
                .update();
    }

    @Override
    public int expireKeys(TenantId tenant, Instant now, Duration age, int max) {
        return expiredKeys.forget(tenant, now, age, max);
    }

    private static Transfer transfer(NewPayment payment) {
        return payment.payment().transfer();
    }

    private static String currency(NewPayment payment) {
        return transfer(payment).amount().currency().getCurrencyCode();
    }

    private static @Nullable String reasonCode(Payment.Ended payment) {
        return payment instanceof Payment.Rejected rejected ? rejected.reason().code() : null;
    }

    private static @Nullable String reasonDetail(Payment.Ended payment) {
        return payment instanceof Payment.Rejected rejected ? rejected.reason().detail() : null;
    }
}

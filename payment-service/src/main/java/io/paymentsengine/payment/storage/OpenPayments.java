package io.paymentsengine.payment.storage;

import static io.paymentsengine.platform.sql.SqlArrays.texts;

import io.paymentsengine.contracts.vocabulary.Moments;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.application.OpenPayment;
import io.paymentsengine.payment.application.OpenQuery;
import io.paymentsengine.payment.application.PaymentKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Payments that have not ended. A query for them reads one range of the index by status, or one
/// row.
@Component
class OpenPayments {

    private static final PaymentId FIRST = Moments.firstAt(Instant.EPOCH);

    private final JdbcClient jdbc;

    OpenPayments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OpenPayment> lock(OpenQuery query) {
        return jdbc.sql(
                        """
                        SELECT %s, cancel_requested_at FROM payment
                        WHERE tenant_id = :tenant AND status = 'ACCEPTED'
                          AND id > :after AND id < :before
                        ORDER BY id
                        LIMIT :max
                        FOR UPDATE SKIP LOCKED
                        """
                                .formatted(PaymentColumns.ALL))
                .param("tenant", query.tenant().value())
                .param("after", query.after().orElse(FIRST).value())
                .param("before", Moments.firstAt(query.before()).value())
                .param("max", query.max())
                .query((row, _) -> open(row))
                .list();
    }

    Map<TenantId, Integer> count(Collection<TenantId> tenants, Instant since, int max) {
        Map<TenantId, Integer> counts = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT tenant, counted
                        FROM unnest(:tenants) AS asked (tenant)
                        CROSS JOIN LATERAL (
                            SELECT count(*) AS counted FROM (
                                SELECT id FROM payment
                                WHERE tenant_id = tenant AND status = 'ACCEPTED' AND id >= :since
                                ORDER BY id
                                LIMIT :max) AS open) AS of_tenant
                        """)
                .param("tenants", texts(List.copyOf(tenants), TenantId::value))
                .param("since", Moments.firstAt(since).value())
                .param("max", max)
                .query(
                        row -> {
                            counts.put(
                                    new TenantId(row.getString("tenant")), row.getInt("counted"));
                        });
        return counts;
    }

    /// Returns whether it stored the request. It does not if the payment has just ended: there is nothing left
    /// to cancel.
    boolean requestCancellation(PaymentKey key, Instant at) {
        return jdbc.sql(
                                """
                        UPDATE payment SET cancel_requested_at = :at::timestamptz
                        WHERE tenant_id = :tenant AND id = :id
                          AND status = 'ACCEPTED' AND cancel_requested_at IS NULL
                        """)
                        .param("at", at.toString())
                        .param("tenant", key.tenant().value())
                        .param("id", key.id().value())
                        .update()
                == 1;
    }

    private static OpenPayment open(ResultSet row) throws SQLException {
        return new OpenPayment(
                PaymentColumns.accepted(row),
                Optional.ofNullable(row.getObject("cancel_requested_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}

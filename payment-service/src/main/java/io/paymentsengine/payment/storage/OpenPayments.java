package io.paymentsengine.payment.storage;

import io.paymentsengine.contracts.vocabulary.Moments;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.payment.application.OpenQuery;
import io.paymentsengine.payment.domain.Payment;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Payments that have not ended: one range of the index by status.
@Component
class OpenPayments {

    private static final PaymentId FIRST = Moments.firstAt(Instant.EPOCH);

    private final JdbcClient jdbc;

    OpenPayments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Payment.Accepted> lock(OpenQuery query) {
        return jdbc.sql(
                        """
                        SELECT %s FROM payment
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
                .query((row, _) -> PaymentColumns.accepted(row))
                .list();
    }
}

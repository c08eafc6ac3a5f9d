package io.paymentsengine.payment.storage;

import io.paymentsengine.contracts.vocabulary.Moments;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Idempotency keys of ended payments. A query for them reads one range of an index of their own.
@Component
class ExpiredKeys {

    private final JdbcClient jdbc;

    ExpiredKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A key must be old enough by the database's clock as well, in case the local clock is ahead: a key that
    /// is forgotten too early would allow a second payment.
    int forget(TenantId tenant, Instant now, Duration age, int max) {
        return jdbc.sql(
                        """
                        WITH expired AS (
                            SELECT tenant_id, id FROM payment
                            WHERE tenant_id = :tenant AND id < :before
                              AND idempotency_key IS NOT NULL AND status <> 'ACCEPTED'
                              AND uuid_extract_timestamp(id)
                                  < now() - make_interval(secs => :age)
                            ORDER BY id
                            LIMIT :max
                            FOR UPDATE SKIP LOCKED)
                        UPDATE payment SET idempotency_key = NULL
                        FROM expired
                        WHERE payment.tenant_id = expired.tenant_id AND payment.id = expired.id
                        """)
                .param("tenant", tenant.value())
                .param("before", Moments.firstAt(now.minus(age)).value())
                .param("age", age.toSeconds())
                .param("max", max)
                .update();
    }
}

package io.paymentsengine.payment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.payment.testing.Api;
import io.paymentsengine.payment.testing.Api.Answer;
import io.paymentsengine.payment.testing.RunningPaymentService;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A key is kept for as long as clients were told, and until its payment has ended.
class ExpireKeysIT extends RunningPaymentService {

    @Test
    void old_keys_are_forgotten_however_many_and_no_others() {
        String young = stored("6 days 23 hours", "COMPLETED");
        String open = stored("1 year", "ACCEPTED");
        List<String> old =
                Stream.generate(() -> stored("7 days 1 minute", "COMPLETED"))
                        .limit(2 * KEY_EXPIRY_MAX + 1)
                        .toList();

        await().until(() -> old.stream().noneMatch(this::isKept));

        assertThat(isKept(young)).isTrue();
        assertThat(isKept(open)).isTrue();
    }

    @Test
    void a_forgotten_key_is_new_and_its_payment_stays() {
        String old = stored("8 days", "COMPLETED");
        await().until(() -> !isKept(old));

        Answer answer = std.post(Api.PAYMENTS, order("3.00"), "Idempotency-Key", old);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("id")).isNotEqualTo(old);
        assertThat(answer.header("Idempotency-Replayed")).isEmpty();
        assertThat(std.get(Api.PAYMENTS + "/" + old).text("status")).isEqualTo("COMPLETED");
    }

    /// Stores a payment of this age whose key is its id.
    private String stored(String age, String status) {
        return all().sql(
                        """
                        INSERT INTO payment (tenant_id, id, debtor, creditor, amount, currency,
                                             reference, idempotency_key, status, ended_at)
                        SELECT 'STD-001', id, :debtor, :creditor, 100, 'EUR', 'rent', id::text,
                               :status, CASE :status WHEN 'ACCEPTED' THEN NULL ELSE now() END
                        FROM (SELECT uuidv7(- :age::interval) AS id) AS made
                        RETURNING id
                        """)
                .param("age", age)
                .param("debtor", DEBTOR)
                .param("creditor", CREDITOR)
                .param("status", status)
                .query(String.class)
                .single();
    }

    private boolean isKept(String payment) {
        return all().sql("SELECT idempotency_key IS NOT NULL FROM payment WHERE id = :id")
                .param("id", UUID.fromString(payment))
                .query(Boolean.class)
                .single();
    }

    private JdbcClient all() {
        return JdbcClient.create(stores.database("payments").asSuperuser());
    }
}

package io.paymentsengine.payment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.paymentsengine.localstack.testing.WithStores;
import io.paymentsengine.payment.testing.Api;
import io.paymentsengine.payment.testing.Api.Answer;
import io.paymentsengine.payment.testing.RunningPaymentService;
import io.paymentsengine.payment.testing.Samples;
import io.paymentsengine.payment.testing.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// Payments that are accepted faster than they end are refused on request, before they would be rejected for
/// having waited too long.
@WithStores(database = "payments", redis = true, isolated = true)
@TestPropertySource(
        properties = {
            "payments.payment.open-max=" + BacklogIT.OPEN_MAX,
            "payments.payment.open-interval=100ms"
        })
class BacklogIT extends RunningPaymentService {

    static final int OPEN_MAX = 5;

    @Autowired MeterRegistry meters;

    @Test
    void a_tenant_whose_payments_do_not_end_is_refused_until_they_do() {
        String key = UUID.randomUUID().toString();
        List<String> underWay = new ArrayList<>();
        underWay.add(request("Idempotency-Key", key).text("id"));

        Answer refused = await().until(() -> another(underWay), each -> each.status() == 429);

        assertThat(refused.problem()).isEqualTo("too-many-open-payments");
        assertThat(refused.header("Retry-After")).contains("1");
        assertThat(request("Idempotency-Key", key).text("id")).isEqualTo(underWay.getFirst());
        assertThat(inBulk(std).status()).isEqualTo(200);
        assertThat(inBulk(std).json().at("/items/0/status").asInt()).isEqualTo(429);
        assertThat(inBulk(ned).json().at("/items/0/status").asInt()).isEqualTo(202);
        try (Wire wire = new Wire(stores.bootstrapServers())) {
            underWay.forEach(payment -> wire.completed(Samples.STD, payment));
        }
        await().until(() -> request().status() == 202);
    }

    private Answer another(List<String> underWay) {
        Answer answer = request();
        if (answer.status() == 202) {
            underWay.add(answer.text("id"));
        }
        return answer;
    }

    @Test
    void what_should_have_ended_long_ago_counts_no_longer() {
        for (int at = 0; at < OPEN_MAX; at++) {
            storeOld();
        }
        requested(ned);

        await().until(() -> counted() == young());

        assertThat(ned.post(Api.PAYMENTS, order("1.00")).status()).isEqualTo(202);
    }

    private void storeOld() {
        all().sql(
                        """
                        INSERT INTO payment (tenant_id, id, debtor, creditor, amount, currency,
                                             reference)
                        VALUES ('NED-001', uuidv7('-61 minutes'::interval), :debtor, :creditor, 100,
                                'EUR', 'rent')
                        """)
                .param("debtor", DEBTOR)
                .param("creditor", CREDITOR)
                .update();
    }

    /// The number of payments of NED-001 in flight, according to the metric.
    private double counted() {
        return meters.get("payments.open").tag("tenant", "NED-001").gauge().value();
    }

    private long young() {
        return all().sql(
                        """
                        SELECT count(*) FROM payment
                        WHERE tenant_id = 'NED-001' AND status = 'ACCEPTED'
                          AND uuid_extract_timestamp(id) > now() - '5 minutes'::interval
                        """)
                .query(Long.class)
                .single();
    }

    private JdbcClient all() {
        return JdbcClient.create(stores.database("payments").asSuperuser());
    }

    private Answer request(String... headers) {
        return std.post(Api.PAYMENTS, order("1.00"), headers);
    }

    private static Answer inBulk(Api tenant) {
        return tenant.post(
                Api.PAYMENTS + "/bulk",
                "{\"items\":[{\"idempotencyKey\":\"%s\",\"payment\":%s}]}"
                        .formatted(UUID.randomUUID(), order("2.00")));
    }
}

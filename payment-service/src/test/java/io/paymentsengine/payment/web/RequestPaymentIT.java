package io.paymentsengine.payment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.payment.testing.Api;
import io.paymentsengine.payment.testing.Api.Answer;
import io.paymentsengine.payment.testing.RunningPaymentService;
import io.paymentsengine.payment.testing.Samples;
import io.paymentsengine.payment.testing.Wire;
import io.paymentsengine.payment.testing.Wire.Heard;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RequestPaymentIT extends RunningPaymentService {

    private static final int AT_ONCE = 100;

    private final String key = UUID.randomUUID().toString();

    @Test
    void a_payment_is_accepted_and_its_saga_started_in_the_requests_trace() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        Answer answer =
                std.post(
                        Api.PAYMENTS,
                        order("125.50"),
                        "traceparent",
                        "00-" + trace + "-00f067aa0ba902b7-01");

        String id = answer.text("id");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).contains(Api.PAYMENTS + "/" + id);
        assertThat(answer.text("status")).isEqualTo("ACCEPTED");
        assertThat(answer.json().at("/amount/value").asString()).isEqualTo("125.50");
        assertThat(answer.json().has("endedAt")).isFalse();
        assertThat(std.get(answer.header("Location").orElseThrow()).json())
                .isEqualTo(answer.json());
        try (Wire wire = new Wire(stores.bootstrapServers())) {
            await().until(() -> !wire.about(id).isEmpty());
            Heard command = wire.about(id).getFirst();
            assertThat(command.type()).isEqualTo("io.paymentsengine.StartPayment.v1");
            assertThat(command.key()).isEqualTo(id);
            assertThat(command.headers()).containsEntry("x-tenant-id", "STD-001");
            assertThat(command.headers().get("traceparent")).contains(trace);
            assertThat(command.json().at("/amount/minorUnits").asLong()).isEqualTo(12_550);
            assertThat(command.json().path("requestedAt").asString())
                    .isEqualTo(answer.text("createdAt"));
        }
    }

    @Test
    void a_repeat_gets_the_first_answer_even_after_the_end() {
        Answer first = std.post(Api.PAYMENTS, order("1.00"), "Idempotency-Key", key);
        end(first.text("id"));

        Answer again = std.post(Api.PAYMENTS, order("1.00"), "Idempotency-Key", '"' + key + '"');

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.header("Idempotency-Replayed")).contains("true");
    }

    @Test
    void a_repeat_that_waits_gets_the_end() {
        Answer first = std.post(Api.PAYMENTS, order("1.00"), "Idempotency-Key", key);
        end(first.text("id"));

        Answer again =
                std.post(Api.PAYMENTS, order("1.00"), "Idempotency-Key", key, "Prefer", "wait=9");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(again.text("status")).isEqualTo("COMPLETED");
        assertThat(again.header("Idempotency-Replayed")).contains("true");
    }

    @Test
    void a_key_belongs_to_one_request_of_one_tenant() {
        Answer first = std.post(Api.PAYMENTS, order("1.00"), "Idempotency-Key", key);

        Answer other = std.post(Api.PAYMENTS, order("2.00"), "Idempotency-Key", key);
        Answer foreign = ned.post(Api.PAYMENTS, order("3.00"), "Idempotency-Key", key);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(foreign.status()).isEqualTo(202);
        assertThat(foreign.text("id")).isNotEqualTo(first.text("id"));
    }

    @Test
    void the_key_of_a_request_that_is_refused_stays_free() {
        Answer refused = std.post(Api.PAYMENTS, order("-1"), "Idempotency-Key", key);

        Answer corrected = std.post(Api.PAYMENTS, order("1.00"), "Idempotency-Key", key);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(corrected.status()).isEqualTo(202);
        assertThat(corrected.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void a_hundred_repeats_at_once_make_one_payment() throws InterruptedException {
        Callable<Answer> repeat =
                () -> std.post(Api.PAYMENTS, order("1.00"), "Idempotency-Key", key);

        List<Answer> answers = atOnce(repeat);

        assertThat(answers).extracting(Answer::status).isSubsetOf(202, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .extracting(Answer::problem)
                .allMatch("idempotency-key-in-flight"::equals);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 202)
                .extracting(answer -> answer.text("id"))
                .containsOnly(repeated());
        assertThat(stored("WHERE idempotency_key = '" + key + "'")).isEqualTo(1);
    }

    @Test
    void a_hundred_different_ones_at_once_are_all_accepted() throws InterruptedException {
        String debtor = Samples.account().value();

        List<Answer> answers =
                atOnce(() -> std.post(Api.PAYMENTS, order("1.00", debtor, CREDITOR)));

        assertThat(answers).extracting(Answer::status).containsOnly(202);
        assertThat(answers).extracting(answer -> answer.text("id")).doesNotHaveDuplicates();
        assertThat(stored("WHERE debtor = '" + debtor + "'")).isEqualTo(AT_ONCE);
    }

    @Test
    void who_prefers_to_wait_gets_the_end_when_it_comes() throws Exception {
        String debtor = Samples.account().value();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                Wire wire = new Wire(stores.bootstrapServers())) {
            Future<Answer> waiting =
                    threads.submit(
                            () ->
                                    std.post(
                                            Api.PAYMENTS,
                                            order("1.00", debtor, CREDITOR),
                                            "Prefer",
                                            "wait=30"));
            await().until(() -> !wire.about(debtor).isEmpty());
            wire.rejected(Samples.STD, wire.about(debtor).getFirst().key(), "INSUFFICIENT_FUNDS");

            Answer answer = waiting.get();

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.header("Preference-Applied")).contains("wait=30");
            assertThat(answer.text("status")).isEqualTo("REJECTED");
            assertThat(answer.json().at("/reason/code").asString()).isEqualTo("INSUFFICIENT_FUNDS");
            assertThat(answer.text("endedAt")).isEqualTo("2036-01-31T12:00:00.000Z");
        }
    }

    @Test
    void who_waits_in_vain_is_told_that_it_is_accepted() {
        Answer answer = std.post(Api.PAYMENTS, order("1.00"), "Prefer", "wait=1");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Preference-Applied")).contains("wait=1");
        assertThat(answer.text("status")).isEqualTo("ACCEPTED");
    }

    private String repeated() {
        return std.post(Api.PAYMENTS, order("1.00"), "Idempotency-Key", key).text("id");
    }

    private void end(String payment) {
        try (Wire wire = new Wire(stores.bootstrapServers())) {
            wire.completed(Samples.STD, payment);
        }
        await().until(
                        () ->
                                std.get(Api.PAYMENTS + "/" + payment)
                                        .text("status")
                                        .equals("COMPLETED"));
    }

    private long stored(String where) {
        return JdbcClient.create(stores.database("payments").asSuperuser())
                .sql("SELECT count(*) FROM payment " + where)
                .query(Long.class)
                .single();
    }

    private static List<Answer> atOnce(Callable<Answer> call) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Collections.nCopies(AT_ONCE, call)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}

package io.paymentsengine.payment.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.localstack.testing.WithStores;
import io.paymentsengine.payment.testing.Api;
import io.paymentsengine.payment.testing.Api.Answer;
import io.paymentsengine.payment.testing.RunningPaymentService;
import io.paymentsengine.payment.testing.Samples;
import io.paymentsengine.payment.testing.Wire;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// An accepted payment is on disk. Its client gets the same answer even if the database is
/// unavailable for a while.
@WithStores(database = "payments", redis = true, isolated = true)
class PostgresAwayIT extends RunningPaymentService {

    @Test
    void who_waits_while_it_is_away_is_told_that_the_payment_is_accepted() {
        CompletableFuture<Answer> waiting = requestedAndWaitingFor("1.01", "wait=3");

        stores.postgres().stop();

        Answer answer = waiting.join();
        stores.postgres().start();
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("status")).isEqualTo("ACCEPTED");
    }

    @Test
    void who_has_the_patience_is_told_the_end_when_it_is_back() {
        CompletableFuture<Answer> waiting = requestedAndWaitingFor("1.02", "wait=30");
        String payment = newest("id");

        stores.postgres().kill();
        stores.postgres().start();
        try (Wire wire = new Wire(stores.bootstrapServers())) {
            wire.completed(Samples.STD, payment);
        }

        assertThat(waiting.join().status()).isEqualTo(201);
    }

    private CompletableFuture<Answer> requestedAndWaitingFor(String value, String patience) {
        CompletableFuture<Answer> waiting =
                CompletableFuture.supplyAsync(
                        () -> std.post(Api.PAYMENTS, order(value), "Prefer", patience));
        await().until(() -> newest("amount/value").equals(value));
        return waiting;
    }

    private String newest(String field) {
        Answer newest = std.get(Api.PAYMENTS + "?limit=1");
        return newest.json().at("/items/0/" + field).asString("");
    }
}

package io.paymentsengine.payment.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.payment.testing.Api;
import io.paymentsengine.payment.testing.Api.Answer;
import io.paymentsengine.payment.testing.RunningPaymentService;
import io.paymentsengine.payment.testing.Samples;
import io.paymentsengine.payment.testing.Wire;
import io.paymentsengine.payment.testing.Wire.Heard;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ConcludePaymentsIT extends RunningPaymentService {

    private Wire wire;

    @SuppressWarnings("NullAway.Init") // set before each test
    ConcludePaymentsIT() {}

    @BeforeEach
    void open() {
        wire = new Wire(stores.bootstrapServers());
    }

    @AfterEach
    void hangUp() {
        wire.close();
    }

    @Test
    void each_event_ends_its_payment_in_its_way() {
        String completed = requested(std);
        String rejected = requested(std);
        String cancelled = requested(std);

        wire.completed(Samples.STD, completed);
        wire.rejected(Samples.STD, rejected, "LIMIT_EXCEEDED");
        wire.cancelled(Samples.STD, cancelled);

        awaitStatus(completed, "COMPLETED");
        awaitStatus(rejected, "REJECTED");
        awaitStatus(cancelled, "CANCELLED");
        assertThat(payment(completed).text("endedAt")).isEqualTo("2036-01-31T12:00:00.000Z");
        assertThat(payment(rejected).json().at("/reason/code").asString())
                .isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void an_event_that_comes_again_changes_nothing() {
        String payment = requested(std);
        wire.rejected(Samples.STD, payment, "LIMIT_EXCEEDED");
        wire.rejected(Samples.STD, payment, "LIMIT_EXCEEDED");
        awaitStatus(payment, "REJECTED");
        Answer first = payment(payment);

        wire.rejected(Samples.STD, payment, "LIMIT_EXCEEDED");
        awaitHandled(payment);

        assertThat(payment(payment).json()).isEqualTo(first.json());
        assertThat(dead(payment)).isEmpty();
    }

    @Test
    void an_event_that_says_otherwise_is_a_dead_letter() {
        String payment = requested(std);
        wire.completed(Samples.STD, payment);
        awaitStatus(payment, "COMPLETED");

        wire.rejected(Samples.STD, payment, "LIMIT_EXCEEDED");

        await().until(() -> !dead(payment).isEmpty());
        assertThat(dead(payment).getFirst().headers())
                .containsEntry("x-dead-reason", "contradicting-end");
        assertThat(payment(payment).text("status")).isEqualTo("COMPLETED");
    }

    @Test
    void an_event_about_no_payment_is_a_dead_letter_and_the_others_are_handled() {
        String unknown = UUID.randomUUID().toString();
        String foreign = requested(ned);
        String known = requested(std);

        wire.completed(Samples.STD, unknown);
        wire.completed(Samples.STD, foreign);
        wire.completed(Samples.STD, known);

        awaitStatus(known, "COMPLETED");
        await().until(() -> !dead(unknown).isEmpty() && !dead(foreign).isEmpty());
        assertThat(dead(unknown).getFirst().headers())
                .containsEntry("x-dead-reason", "unknown-payment");
        assertThat(dead(foreign).getFirst().headers())
                .containsEntry("x-dead-reason", "unknown-payment");
        assertThat(ned.get(Api.PAYMENTS + "/" + foreign).text("status")).isEqualTo("ACCEPTED");
    }

    @Test
    void many_events_about_many_payments_end_each_once() {
        List<String> payments = Stream.generate(() -> requested(std)).limit(50).toList();

        for (int time = 0; time < 3; time++) {
            payments.forEach(payment -> wire.completed(Samples.STD, payment));
        }

        payments.forEach(payment -> awaitStatus(payment, "COMPLETED"));
        payments.forEach(payment -> assertThat(dead(payment)).isEmpty());
    }

    /// A process that crashed between commit and send left a payment and an unsent outbox row.
    @Test
    void what_a_crash_left_unsent_is_sent() {
        String payment = requested(std);
        String lost = requested(std);
        JdbcClient.create(stores.database("payments").asSuperuser())
                .sql(
                        """
                        INSERT INTO outbox (created_at, messages)
                        VALUES (now() - interval '1 minute', :messages)
                        """)
                .param(
                        "messages",
                        """
                        [{"topic": "payment.events.v1", "key": "%1$s", "binary": false,
                          "headers": {"ce_type": "io.paymentsengine.PaymentCompleted.v1",
                                      "x-tenant-id": "STD-001"},
                          "value": "{\\"paymentId\\":\\"%1$s\\",\\"at\\":\\"2036-01-31T12:00:00Z\\"}"}]
                        """
                                .formatted(lost))
                .update();

        awaitStatus(lost, "COMPLETED");
        assertThat(payment(payment).text("status")).isEqualTo("ACCEPTED");
    }

    private Answer payment(String id) {
        return std.get(Api.PAYMENTS + "/" + id);
    }

    private void awaitStatus(String id, String status) {
        await().until(() -> payment(id).text("status").equals(status));
    }

    /// Messages about one payment are handled in order: once this last one is a dead letter, those
    /// before it have been handled.
    private void awaitHandled(String id) {
        wire.send(Samples.STD, "NoSuchEvent", id, "\"last\":true");
        await().until(() -> wire.about(id).stream().anyMatch(ConcludePaymentsIT::isLast));
    }

    private List<Heard> dead(String id) {
        return wire.about(id).stream()
                .filter(each -> each.topic().equals(Wire.DEAD_EVENTS))
                .filter(each -> !isLast(each))
                .toList();
    }

    private static boolean isLast(Heard each) {
        return each.value().contains("last");
    }
}

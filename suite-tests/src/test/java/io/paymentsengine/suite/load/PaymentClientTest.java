package io.paymentsengine.suite.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.suite.load.PaymentClient.Answer;
import org.junit.jupiter.api.Test;

/// Tests the interpretation of responses.
class PaymentClientTest {

    private static final String ACCEPTED =
            """
            {"idempotencyKey":"1","status":202,"replayed":false,"payment":{"id":"1"}}""";

    private static final String REFUSED =
            """
            {"idempotencyKey":"2","status":503,"replayed":false,"problem":{"title":"Congested"}}""";

    @Test
    void each_payment_of_many_is_accepted_or_refused() {
        Answer answer = Answer.of(200, itemsOf(ACCEPTED, REFUSED, ACCEPTED, REFUSED, ACCEPTED), 5);

        assertThat(answer.accepted()).isEqualTo(3);
        assertThat(answer.refused()).isEqualTo(2);
        assertThat(answer.refusal()).contains("Congested");
    }

    @Test
    void of_what_was_accepted_nothing_is_told() {
        assertThat(Answer.of(200, itemsOf(ACCEPTED, ACCEPTED), 2))
                .isEqualTo(new Answer(200, 2, 0, ""));
        assertThat(Answer.of(202, "{\"id\":\"1\"}", 1)).isEqualTo(new Answer(202, 1, 0, ""));
    }

    @Test
    void with_a_request_all_its_payments_are_refused() {
        assertThat(Answer.of(429, "later", 50)).isEqualTo(new Answer(429, 0, 50, "later"));
    }

    /// An empty response is a refusal as well.
    @Test
    void a_refusal_needs_no_words() {
        assertThat(Answer.of(503, "", 1).refused()).isEqualTo(1);
    }

    private static String itemsOf(String... items) {
        return "{\"items\":[" + String.join(",", items) + "]}";
    }
}

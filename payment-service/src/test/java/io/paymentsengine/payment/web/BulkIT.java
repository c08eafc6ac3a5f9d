package io.paymentsengine.payment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.payment.testing.Api;
import io.paymentsengine.payment.testing.Api.Answer;
import io.paymentsengine.payment.testing.RunningPaymentService;
import io.paymentsengine.payment.testing.Wire;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Each payment of a bulk request is treated as if it were requested alone.
class BulkIT extends RunningPaymentService {

    private static final String BULK = Api.PAYMENTS + "/bulk";

    private final String one = UUID.randomUUID().toString();
    private final String two = UUID.randomUUID().toString();

    @Test
    void each_payment_is_accepted_and_its_saga_started() {
        List<JsonNode> items = items(bulk(item(one, order("1.00")), item(two, order("2.00"))));

        assertThat(items).extracting(item -> item.path("status").asInt()).containsExactly(202, 202);
        assertThat(items)
                .extracting(item -> item.path("idempotencyKey").asString())
                .containsExactly(one, two);
        assertThat(items)
                .extracting(item -> item.at("/payment/amount/value").asString())
                .containsExactly("1.00", "2.00");
        try (Wire wire = new Wire(stores.bootstrapServers())) {
            for (JsonNode item : items) {
                String id = item.at("/payment/id").asString();
                assertThat(std.get(Api.PAYMENTS + "/" + id).status()).isEqualTo(200);
                await().until(() -> !wire.about(id).isEmpty());
            }
        }
    }

    @Test
    void what_was_accepted_earlier_is_not_accepted_again() {
        Answer single = std.post(Api.PAYMENTS, order("1.00"), "Idempotency-Key", one);

        List<JsonNode> items = items(bulk(item(one, order("1.00")), item(two, order("2.00"))));

        assertThat(items)
                .extracting(item -> item.path("replayed").asBoolean())
                .containsExactly(true, false);
        assertThat(items.getFirst().path("payment")).isEqualTo(single.json());
    }

    @Test
    void a_request_that_comes_again_gets_the_same_answer_and_makes_nothing() {
        String body = bodyOf(item(one, order("1.00")), item(two, order("2.00")));
        List<JsonNode> first = items(std.post(BULK, body));

        List<JsonNode> again = items(std.post(BULK, body));

        assertThat(again).allMatch(item -> item.path("replayed").asBoolean());
        assertThat(again)
                .extracting(item -> item.path("payment"))
                .isEqualTo(first.stream().map(item -> item.path("payment")).toList());
    }

    @Test
    void each_payment_is_that_tenants_who_requests_it() {
        String body = bodyOf(item(one, order("1.00")), item(two, order("2.00")));
        String ours = items(std.post(BULK, body)).getLast().at("/payment/id").asString();

        String theirs = items(ned.post(BULK, body)).getLast().at("/payment/id").asString();

        assertThat(theirs).isNotEqualTo(ours);
        assertThat(ned.get(Api.PAYMENTS + "/" + theirs).status()).isEqualTo(200);
        assertThat(ned.get(Api.PAYMENTS + "/" + ours).status()).isEqualTo(404);
        assertThat(std.get(Api.PAYMENTS + "/" + theirs).status()).isEqualTo(404);
    }

    @Test
    void a_refused_payment_refuses_no_other() {
        std.post(Api.PAYMENTS, order("1.00"), "Idempotency-Key", one);

        List<JsonNode> items = items(bulk(item(one, order("9.00")), item(two, order("2.00"))));

        assertThat(items).extracting(item -> item.path("status").asInt()).containsExactly(422, 202);
        assertThat(items.getFirst().has("payment")).isFalse();
        assertThat(items.getFirst().at("/problem/type").asString())
                .endsWith("/idempotency-key-reused");
    }

    @Test
    void bulk_is_no_payment_that_can_be_read() {
        Answer answer = std.get(BULK);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("POST");
    }

    @Test
    void two_items_with_one_key_make_one_payment() {
        List<JsonNode> same = items(bulk(item(one, order("1.00")), item(one, order("1.00"))));
        List<JsonNode> other = items(bulk(item(two, order("1.00")), item(two, order("2.00"))));

        assertThat(same)
                .extracting(item -> item.path("replayed").asBoolean())
                .containsExactly(false, true);
        assertThat(same.getLast().path("payment")).isEqualTo(same.getFirst().path("payment"));
        assertThat(other).extracting(item -> item.path("status").asInt()).containsExactly(202, 422);
    }

    @Test
    void an_invalid_item_refuses_the_request_and_is_named() {
        Answer answer = bulk(item(one, order("1.00")), item(two, order("1.001")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.json().at("/errors/0/pointer").asString())
                .isEqualTo("/items/1/payment/amount/value");
        Answer afterwards = std.post(Api.PAYMENTS, order("5.00"), "Idempotency-Key", one);
        assertThat(afterwards.status()).as("nothing had been accepted").isEqualTo(202);
    }

    @Test
    void a_key_that_is_none_is_named() {
        Answer answer = bulk(item("not a key", order("1.00")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asString())
                .isEqualTo("/items/0/idempotencyKey");
    }

    @Test
    void a_request_has_at_least_one_item_and_at_most_five_hundred() {
        String[] many =
                Stream.generate(() -> item(UUID.randomUUID().toString(), order("1.00")))
                        .limit(501)
                        .toArray(String[]::new);

        assertThat(bulk().status()).isEqualTo(400);
        assertThat(bulk(many).errors("pointer")).containsExactly("/items");
        assertThat(std.post(BULK, "{}").json().at("/errors/0/pointer").asString())
                .isEqualTo("/items");
    }

    @Test
    void items_that_are_too_many_are_not_looked_at_one_by_one() {
        String[] many = Stream.generate(() -> "{}").limit(40_000).toArray(String[]::new);

        assertThat(bulk(many).errors("pointer")).containsExactly("/items");
    }

    @Test
    void a_body_of_too_many_parts_is_not_read_to_its_end() {
        String[] many = Stream.generate(() -> "{}").limit(60_000).toArray(String[]::new);

        Answer answer = bulk(many);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-body");
        assertThat(answer.text("detail")).contains("too many parts");
    }

    private Answer bulk(String... items) {
        return std.post(BULK, bodyOf(items));
    }

    private static List<JsonNode> items(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json().path("items").valueStream().toList();
    }

    private static String item(String key, String order) {
        return "{\"idempotencyKey\":\"%s\",\"payment\":%s}".formatted(key, order);
    }

    private static String bodyOf(String... items) {
        return Stream.of(items).collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }
}

package io.paymentsengine.payment.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.payment.testing.Api;
import io.paymentsengine.payment.testing.Api.Answer;
import io.paymentsengine.payment.testing.RunningPaymentService;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Bad input is refused with a problem that names what is wrong, and nothing is stored.
class BadInputIT extends RunningPaymentService {

    private static final String UNKNOWN = Api.PAYMENTS + "/0198a000-0000-7000-8000-000000000000";

    private long before;

    @BeforeEach
    void countPayments() {
        before = payments();
    }

    @AfterEach
    void nothingIsStored() {
        assertThat(payments()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "debtorAccount   | null                                  | /debtorAccount",
                "debtorAccount   | 7                                     | /debtorAccount",
                "debtorAccount   | {}                                    | /debtorAccount",
                "debtorAccount   | \"me\"                                | /debtorAccount",
                "debtorAccount   | \"1-1-1-1-1\"                         | /debtorAccount",
                "debtorAccount   | \"0198A000-0000-7000-8000-00000000000A\" | /debtorAccount",
                "debtorAccount   | \"NL91 ABNA 0417 1643 00\"            | /debtorAccount",
                "creditorAccount | \"'; DROP TABLE payment; --\"         | /creditorAccount",
                "creditorAccount | \"0198a000-0000-7000-8000-00000000000a\" | /creditorAccount",
                "amount          | null                                  | /amount",
                "amount          | 1.00                                  | /amount",
                "amount          | \"1.00\"                              | /amount",
                "amount          | {\"currency\": \"EUR\"}               | /amount/value",
                "amount          | {\"value\": \"1.00\"}                 | /amount/currency",
                "amount          | {\"value\": 1.00, \"currency\": \"EUR\"} | /amount/value",
                "amount          | {\"value\": \"0\", \"currency\": \"EUR\"} | /amount/value",
                "amount          | {\"value\": \"-1\", \"currency\": \"EUR\"} | /amount/value",
                "amount          | {\"value\": \"1.001\", \"currency\": \"EUR\"} | /amount/value",
                "amount          | {\"value\": \"1.5\", \"currency\": \"JPY\"} | /amount/value",
                "amount          | {\"value\": \"1e3\", \"currency\": \"EUR\"} | /amount/value",
                "amount          | {\"value\": \"NaN\", \"currency\": \"EUR\"} | /amount/value",
                "amount          | {\"value\": \"\", \"currency\": \"EUR\"} | /amount/value",
                "amount          | {\"value\": \"99999999999999999999\", \"currency\": \"EUR\"} "
                        + "| /amount/value",
                "amount          | {\"value\": \"92233720368547758.08\", \"currency\": \"EUR\"} "
                        + "| /amount/value",
                "amount          | {\"value\": \"1\", \"currency\": \"EURO\"} | /amount/currency",
                "amount          | {\"value\": \"1\", \"currency\": \"eur\"} | /amount/currency",
                "amount          | {\"value\": \"1\", \"currency\": \"XAU\"} | /amount/currency",
                "reference       | 7                                     | /reference",
                "reference       | \"a\\nb\"                             | /reference",
                "reference       | \"\\u0000\"                           | /reference",
                "reference       | \"\\ud800\"                           | /reference",
            })
    void a_bad_field_is_named(String field, String value, String pointer) {
        Answer answer = std.post(Api.PAYMENTS, orderWith(field, value));

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.json().at("/errors/0/pointer").asString("")).isEqualTo(pointer);
    }

    @Test
    void a_reference_has_an_end() {
        String tooLong = '"' + "x".repeat(141) + '"';

        Answer answer = std.post(Api.PAYMENTS, orderWith("reference", tooLong));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asString("")).isEqualTo("/reference");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{", "{}x", "{\"amount\":1,\"amount\":1}"})
    void a_body_that_is_no_order_is_refused(String body) {
        Answer answer = std.post(Api.PAYMENTS, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isIn("malformed-body", "invalid-request");
    }

    @Test
    void a_body_nested_too_deeply_is_refused() {
        Answer answer = std.post(Api.PAYMENTS, "[".repeat(100_000));

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void a_body_of_more_than_a_mebibyte_is_refused() {
        Answer answer = std.post(Api.PAYMENTS, " ".repeat(1_100_000) + order("1.00"));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("content-too-large");
    }

    @Test
    void another_media_type_is_refused() {
        Answer answer =
                std.send(
                        std.request(Api.PAYMENTS, "Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString(order("1.00"))));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.problem()).isEqualTo("unsupported-media-type");
    }

    @Test
    void another_method_is_refused() {
        Answer answer = std.send(std.request(UNKNOWN).DELETE());

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.problem()).isEqualTo("method-not-allowed");
    }

    @ParameterizedTest
    @CsvSource({"' '", "a b", "\"unclosed"})
    void a_malformed_idempotency_key_is_refused(String key) {
        Answer answer = std.post(Api.PAYMENTS, order("1.00"), "Idempotency-Key", key);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/header").asString("")).isEqualTo("Idempotency-Key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Api.PAYMENTS,
                Api.PAYMENTS + "/debtor-accounts",
                UNKNOWN,
                UNKNOWN + "/timeline"
            })
    void who_names_no_registered_tenant_sees_nothing(String path) {
        try (Api nobody = Api.withoutTenant(port)) {
            assertThat(nobody.get(path).status()).isEqualTo(400);
            assertThat(nobody.get(path, "x-tenant-id", "std-001").status()).isEqualTo(400);
            assertThat(nobody.get(path, "x-tenant-id", "XXX-999").status()).isEqualTo(403);
            assertThat(std.get(path, "x-tenant-id", "NED-001").status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource({"GET,''", "GET,/timeline", "POST,/cancellation"})
    void a_payment_that_does_not_exist_is_not_found(String method, String path) {
        Answer answer =
                std.send(std.request(UNKNOWN + path).method(method, BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("not-found");
    }

    @Test
    void a_timeline_that_does_not_exist_is_not_found_as_a_stream_either() {
        Answer answer = std.get(UNKNOWN + "/timeline", "Accept", "text/event-stream");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("not-found");
    }

    @ParameterizedTest
    @CsvSource({"GET,''", "GET,/timeline", "POST,/cancellation"})
    void an_id_that_is_none_is_refused(String method, String path) {
        Answer answer =
                std.send(
                        std.request(Api.PAYMENTS + "/1-1-1-1-1" + path)
                                .method(method, BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/parameter").asString("")).isEqualTo("paymentId");
    }

    @ParameterizedTest
    @CsvSource({
        "status,DONE",
        "status,''",
        "account,me",
        "from,yesterday",
        "to,2026-13-01T00:00:00Z",
        "limit,0",
        "limit,201",
        "limit,x",
        "cursor,tampered"
    })
    void a_bad_filter_is_named(String parameter, String value) {
        Answer answer = std.get(Api.PAYMENTS + "?" + parameter + "=" + value);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/parameter").asString("")).isEqualTo(parameter);
    }

    private static String orderWith(String field, String value) {
        String[] fields = {"debtorAccount", "creditorAccount", "amount", "reference"};
        String[] values = {
            '"' + DEBTOR + '"',
            '"' + CREDITOR + '"',
            "{\"value\": \"1.00\", \"currency\": \"EUR\"}",
            "\"rent\""
        };
        StringBuilder order = new StringBuilder("{");
        for (int i = 0; i < fields.length; i++) {
            String content = fields[i].equals(field) ? value : values[i];
            order.append(i == 0 ? "" : ",").append('"' + fields[i] + "\":" + content);
        }
        return order.append('}').toString();
    }

    private long payments() {
        return JdbcClient.create(stores.database("payments").asSuperuser())
                .sql("SELECT count(*) FROM payment")
                .query(Long.class)
                .single();
    }
}

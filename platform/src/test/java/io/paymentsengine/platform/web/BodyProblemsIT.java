package io.paymentsengine.platform.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// An invalid body is refused, and the answer says where the error is.
class BodyProblemsIT extends DoorTestCase {

    @Test
    void takes_a_body_that_is_right() {
        Answer answer = postJson(THING);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("thing").path("amount").path("value").asString())
                .isEqualTo("12.50");
        assertThat(answer.json().path("tenant").asString()).isEqualTo("STD-001");
        assertThat(answer.json().path("thing").has("count")).isFalse();
    }

    @Test
    void ignores_fields_it_does_not_know() {
        assertThat(postJson(with("\"since\": {\"v\": 2}")).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "nonsense",
                "{\"account\": NaN}",
                "{'account': 'x'}",
                "{} {}",
                "{\"reference\": \"a\nb\"}",
                "// comment\n{}"
            })
    void refuses_what_is_not_json(String body) {
        postJson(body).isProblem(ProblemType.MALFORMED_BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void refuses_no_body(String body) {
        postJson(body).isProblem(ProblemType.MALFORMED_BODY);
    }

    @Test
    void refuses_bytes_that_are_not_utf_8() {
        byte[] latin = with("\"kind\": \"é\"").getBytes(StandardCharsets.ISO_8859_1);

        post(BodyPublishers.ofByteArray(latin), "Content-Type", "application/json")
                .isProblem(ProblemType.MALFORMED_BODY);
    }

    @Test
    void refuses_a_body_nested_too_deeply() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);

        postJson(with("\"deep\": " + deep)).isProblem(ProblemType.MALFORMED_BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"text\"", "true", " "})
    void refuses_json_that_is_no_object(String body) {
        postJson(body)
                .isProblem(ProblemType.INVALID_REQUEST)
                .blames("pointer", "", "must be an object");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "amount": 12                                          | /amount          | must be an object
                    "amount": {"value": 12.5, "currency": "EUR"}          | /amount/value    | must be a string
                    "amount": {"value": "12.505", "currency": "EUR"}      | /amount/value    | at most 2 fraction digits
                    "amount": {"value": "1e3", "currency": "EUR"}         | /amount/value    | must be a decimal
                    "amount": {"value": "NaN", "currency": "EUR"}         | /amount/value    | must be a decimal
                    "amount": {"value": "9999999999999999999", "currency": "EUR"} | /amount/value | larger than can be booked
                    "amount": {"value": "0.00", "currency": "EUR"}        | /amount/value    | must be greater than zero
                    "amount": {"value": "-1.00", "currency": "EUR"}       | /amount/value    | must be greater than zero
                    "amount": {"value": "1.00", "currency": "EURO"}       | /amount/currency | ISO 4217
                    "amount": {"value": "1", "currency": "XAU"}           | /amount/currency | no minor unit
                    "amount": {"value": "1.00"}                           | /amount/currency | must be given
                    "amount": {"currency": "EUR"}                         | /amount/value    | must be given
                    "amount": {"value": null, "currency": "EUR"}          | /amount/value    | must be given
                    "account": "not an account"                           | /account         | IBAN
                    "account": 7                                          | /account         | must be a string
                    "account": null                                       | /account         | must not be null
                    "reference": 7                                        | /reference       | must be a string
                    "reference": true                                     | /reference       | must be a string
                    "reference": "a\\u0000b"                              | /reference       | control characters
                    "reference": "a\\nb"                                  | /reference       | control characters
                    "reference": "a\\u2028b"                              | /reference       | control characters
                    "reference": "\\ud800 alone"                          | /reference       | unpaired surrogates
                    "reference": "\\udc00\\ud800"                         | /reference       | unpaired surrogates
                    "count": "7"                                          | /count           | must be a number
                    "count": 7.5                                          | /count           | must be a number
                    "count": 99999999999                                  | /count           | must be a number
                    "kind": "OVAL"                                        | /kind            | must be one of ROUND, SQUARE
                    "kind": 1                                             | /kind            | must be one of ROUND, SQUARE
                    "kind": ""                                            | /kind            | must be one of ROUND, SQUARE
                    "heavy": "yes"                                        | /heavy           | must be true or false
                    "heavy": 1                                            | /heavy           | must be true or false
                    "at": 1700000000                                      | /at              | must be a string
                    "at": "2026-02-30T00:00:00Z"                          | /at              | RFC 3339
                    "at": "+999999999-01-01T00:00:00Z"                    | /at              | RFC 3339
                    "at": "0000-01-01T00:00:00Z"                          | /at              | 0001 to 9999
                    "at": "9999-12-31T23:59:59-23:59"                     | /at              | 0001 to 9999
                    "parts": {"name": "x"}                                | /parts           | must be an array
                    "parts": [{"name": "ok"}, {"name": "long"}]           | /parts/1/name    | 1 to 3 characters
                    "parts": [{"name": "ok"}, {"name": 7}]                | /parts/1/name    | must be a string
                    "parts": [{"name": "  "}]                             | /parts/0/name    | 1 to 3 characters
                    "labels": {"a/b": 7}                                  | /labels/a~1b     | must be a string
                    """)
    void names_the_field(String field, String pointer, String message) {
        postJson(with(field))
                .isProblem(ProblemType.INVALID_REQUEST)
                .blames("pointer", pointer, message);
    }

    @Test
    void refuses_a_key_given_twice() {
        postJson("{\"reference\": \"a\", \"reference\": \"b\"}")
                .isProblem(ProblemType.INVALID_REQUEST)
                .blames("pointer", "/reference", "twice");
        postJson(with("\"amount\": {\"value\": \"1\", \"value\": \"2\"}"))
                .isProblem(ProblemType.INVALID_REQUEST)
                .blames("pointer", "/amount/value", "twice");
        postJson(with("\"unknown\": {\"key\": 1, \"key\": 2}"))
                .isProblem(ProblemType.INVALID_REQUEST)
                .blames("pointer", "/unknown/key", "twice");
    }

    @Test
    void names_every_missing_field() {
        Answer answer = postJson("{}").isProblem(ProblemType.INVALID_REQUEST);

        assertThat(answer.json().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/account", "/amount", "/reference");
    }

    @Test
    void counts_characters_and_not_code_units() {
        assertThat(postJson(with("\"reference\": \"" + "😀".repeat(140) + "\"")).status())
                .isEqualTo(201);
        postJson(with("\"reference\": \"" + "😀".repeat(141) + "\""))
                .isProblem(ProblemType.INVALID_REQUEST)
                .blames("pointer", "/reference", "0 to 140 characters");
    }

    @Test
    void writes_times_in_utc_with_milliseconds() {
        Answer answer = postJson(with("\"at\": \"2026-01-31T13:00:00.123456+01:00\""));

        assertThat(answer.json().path("thing").path("at").asString())
                .isEqualTo("2026-01-31T12:00:00.123Z");
    }

    @Test
    void refuses_a_huge_body_by_its_length() {
        postJson(huge()).isProblem(ProblemType.CONTENT_TOO_LARGE);
    }

    @Test
    void refuses_a_body_that_says_it_is_huge_before_it_comes() throws IOException {
        try (Socket socket = new Socket("localhost", port())) {
            socket.setSoTimeout(10_000);
            String head =
                    """
                    POST /api/v1/things HTTP/1.1
                    Host: localhost
                    x-tenant-id: STD-001
                    Idempotency-Key: key-1
                    Content-Type: application/json
                    Content-Length: %d

                    """
                            .formatted(BodyLimit.BYTES_MAX + 1);
            socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(US_ASCII));

            byte[] answer = socket.getInputStream().readNBytes("HTTP/1.1 413".length());

            assertThat(new String(answer, US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void refuses_a_huge_body_that_does_not_say_its_length() {
        byte[] bytes = huge().getBytes(StandardCharsets.UTF_8);

        post(
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)),
                        "Content-Type",
                        "application/json")
                .isProblem(ProblemType.CONTENT_TOO_LARGE);
    }

    @Test
    void takes_a_body_just_below_the_limit() {
        String padding = " ".repeat(BodyLimit.BYTES_MAX - THING.length());

        assertThat(postJson(THING + padding).status()).isEqualTo(201);
    }

    @Test
    void refuses_other_media_types() {
        post(BodyPublishers.ofString(THING), "Content-Type", "text/plain")
                .isProblem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        post(BodyPublishers.ofString(THING)).isProblem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        post(BodyPublishers.ofString(THING), "Content-Type", "not a type")
                .isProblem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        post(BodyPublishers.ofString(THING), "Content-Type", "application/json;charset=nonsense")
                .isProblem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        post(BodyPublishers.ofString(THING), "Content-Type", "multipart/form-data")
                .isProblem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void reads_no_form_before_it_is_refused(String method) {
        send(request("/api/v1/things", "x-tenant-id", "STD-001")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .method(method, BodyPublishers.ofString("%")))
                .isProblem(ProblemType.METHOD_NOT_ALLOWED);
    }

    /// A valid body in which this field replaces the one with its name.
    private static String with(String field) {
        String name = field.substring(0, field.indexOf(':'));
        String rest = THING.replace("\n", "");
        return switch (name) {
            case "\"account\"" -> rest.replaceFirst("\"account\": \"[^\"]*\"", quoted(field));
            case "\"amount\"" -> rest.replaceFirst("\"amount\": \\{[^}]*}", quoted(field));
            case "\"reference\"" -> rest.replaceFirst("\"reference\": \"[^\"]*\"", quoted(field));
            default -> rest.substring(0, rest.length() - 1) + ", " + field + "}";
        };
    }

    private static String quoted(String field) {
        return Matcher.quoteReplacement(field);
    }

    private static String huge() {
        return with("\"padding\": \"" + "x".repeat(3 * BodyLimit.BYTES_MAX / 2) + "\"");
    }
}

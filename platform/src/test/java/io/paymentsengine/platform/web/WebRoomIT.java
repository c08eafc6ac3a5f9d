package io.paymentsengine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Which requests are admitted, and what a controller gets.
class WebRoomIT extends DoorTestCase {

    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void a_request_without_a_tenant_is_refused() {
        send(request(THINGS))
                .isProblem(ProblemType.INVALID_TENANT)
                .blames("header", "x-tenant-id", "must be given");
    }

    @Test
    void a_request_with_two_tenants_is_refused() {
        get(THINGS, "x-tenant-id", "NED-001")
                .isProblem(ProblemType.INVALID_TENANT)
                .blames("header", "x-tenant-id", "once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "std-001", "STD-0011", "STD-001, NED-001", "*", "STD-001' OR 1=1"})
    void a_malformed_tenant_is_refused(String tenant) {
        send(request(THINGS, "x-tenant-id", tenant))
                .isProblem(ProblemType.INVALID_TENANT)
                .blames("header", "x-tenant-id", "STD-001");
    }

    @Test
    void an_unknown_tenant_is_refused() {
        send(request(THINGS, "x-tenant-id", "XYZ-999")).isProblem(ProblemType.UNKNOWN_TENANT);
    }

    @Test
    void a_request_works_for_its_tenant_alone() {
        assertThat(get(THINGS + "/scope").response().body()).isEqualTo("STD-001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api;x=1/v1/things",
                "/%61pi/v1/things",
                "//api/v1/things",
                "/api/./v1/things"
            })
    void no_way_of_writing_the_address_goes_around_the_tenant(String path) {
        assertThat(send(request(path)).status()).isIn(400, 404);
    }

    /// A proxy that decides by path takes each of these for another resource.
    @ParameterizedTest
    @ValueSource(
            strings = {THINGS + ";a=b", THINGS + "/scope;", THINGS + ";/scope", "/api/v1;x/things"})
    void a_path_with_parameters_is_refused(String path) {
        send(request(path, "x-tenant-id", "STD-001")).isProblem(ProblemType.INVALID_REQUEST);
    }

    @Test
    void logs_and_controllers_know_tenant_and_trace() {
        Answer answer =
                get(THINGS + "/logged", "traceparent", "00-" + TRACE_ID + "-00f067aa0ba902b7-01");

        assertThat(answer.json().path("tenant").asString()).isEqualTo("STD-001");
        assertThat(answer.json().path("trace").asString()).isEqualTo(TRACE_ID);
    }

    @Test
    void a_broken_trace_is_replaced_by_a_new_one() {
        assertThat(get(THINGS + "/logged", "traceparent", "00-zz").json().path("trace").asString())
                .matches("[0-9a-f]{32}");
    }

    @Test
    void an_answer_can_come_later() {
        assertThat(get(THINGS + "/later").json().path("tenant").asString()).isEqualTo("STD-001");
    }

    /// By default, Tomcat closes a connection after a hundred requests, and loses what is sent at that
    /// moment.
    @Test
    void a_connection_stays_open_for_as_many_requests_as_its_client_sends() throws IOException {
        String request =
                "GET %s/scope HTTP/1.1\r\nHost: door\r\nx-tenant-id: STD-001\r\n\r\n"
                        .formatted(THINGS);
        int requests = 150;
        try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port())) {
            for (int i = 0; i < requests; i++) {
                connection.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            }
            connection.shutdownOutput();
            String answers =
                    new String(
                            connection.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(requests + 1);
            assertThat(answers).doesNotContainIgnoringCase("connection: close");
        }
    }

    @Test
    void an_idempotency_key_is_needed_where_the_controller_says_so() {
        send(request(THINGS, "x-tenant-id", "STD-001", "Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(THING)))
                .isProblem(ProblemType.INVALID_REQUEST)
                .blames("header", "Idempotency-Key", "must be given");
    }

    @Test
    void an_idempotency_key_is_optional_where_the_controller_says_so() {
        assertThat(get(THINGS + "/keys").response().body()).isEqualTo("nonetrue");
        assertThat(get(THINGS + "/keys", "Idempotency-Key", "\"k\"").response().body())
                .isEqualTo("kfalse");
    }

    @Test
    void a_malformed_idempotency_key_is_refused() {
        get(THINGS + "/keys", "Idempotency-Key", "\"open")
                .isProblem(ProblemType.INVALID_REQUEST)
                .blames("header", "Idempotency-Key", "1 to 255");
        get(THINGS + "/keys", "Idempotency-Key", "a", "Idempotency-Key", "b")
                .isProblem(ProblemType.INVALID_REQUEST)
                .blames("header", "Idempotency-Key", "once");
    }

    @Test
    void a_wait_is_read_and_answered() {
        Answer answer =
                post(
                        BodyPublishers.ofString(THING),
                        "Content-Type",
                        "application/json",
                        "Prefer",
                        "respond-async, wait=99");

        assertThat(answer.json().path("waitSeconds").asInt()).isEqualTo(30);
        assertThat(answer.header("Preference-Applied")).isEqualTo("wait=30");
    }

    @Test
    void pages_follow_one_another_and_keep_the_filters() {
        List<String> seen = new ArrayList<>();
        String path = THINGS + "?limit=2&kind=ROUND";
        while (!path.isEmpty()) {
            Answer page = get(path);
            assertThat(page.status()).isEqualTo(200);
            page.json().path("items").forEach(item -> seen.add(item.asString()));
            path = nextOf(page);
        }

        assertThat(seen)
                .containsExactly("STD-001/1", "STD-001/2", "STD-001/3", "STD-001/4", "STD-001/5");
    }

    @Test
    void a_cursor_serves_its_own_list_alone() {
        String next = nextOf(get(THINGS + "?limit=2&kind=ROUND"));

        assertThat(next).contains("kind=ROUND", "limit=2");
        get(next.replace("ROUND", "SQUARE"))
                .isProblem(ProblemType.INVALID_REQUEST)
                .blames("parameter", "cursor", "page before");
        send(request(next, "x-tenant-id", "NED-001"))
                .isProblem(ProblemType.INVALID_REQUEST)
                .blames("parameter", "cursor", "page before");
        assertThat(get(next.replace("limit=2", "limit=3")).status()).isEqualTo(200);
    }

    @Test
    void a_page_has_a_largest_size() {
        assertThat(get(THINGS + "?limit=200").status()).isEqualTo(200);
        get(THINGS + "?limit=201")
                .isProblem(ProblemType.INVALID_REQUEST)
                .blames("parameter", "limit", "1 to 200");
    }

    @Test
    void the_api_describes_itself_without_a_tenant() {
        Answer api = send(request("/v3/api-docs"));

        assertThat(api.json().path("openapi").asString()).startsWith("3.1");
        assertThat(api.json().at("/info/title").asString()).isEqualTo("door");
        String post = "/paths/~1api~1v1~1things/post";
        assertThat(api.json().at(post + "/parameters").findValuesAsString("name"))
                .containsExactlyInAnyOrder("x-tenant-id", "Idempotency-Key", "Prefer");
        assertThat(api.json().at(post + "/responses").propertyNames())
                .contains("400", "403", "413", "415", "500", "503");
        assertThat(
                        api.json()
                                .at("/paths/~1api~1v1~1things/get/parameters")
                                .findValuesAsString("name"))
                .containsExactlyInAnyOrder(
                        "x-tenant-id", "limit", "cursor", "kind", "from", "name");
        assertThat(api.json().at("/components/schemas").propertyNames())
                .contains("Problem", "PositiveAmount")
                .doesNotContain("PaymentId", "TenantId", "ProblemDetail");
        assertThat(api.json().at("/components/schemas/Thing/properties/account/type").asString())
                .isEqualTo("string");
        assertThat(send(request("/swagger-ui.html")).status()).isIn(200, 302);
        assertThat(send(request("/swagger-ui/index.html")).status()).isEqualTo(200);
    }

    @Test
    void the_api_tells_of_what_comes_with_a_refusal_and_of_what_the_gateway_answers() {
        JsonNode api = send(request("/v3/api-docs")).json();

        assertThat(api.at("/info/description").asString()).contains("bearer token", "429", "504");
        assertThat(api.at("/components/schemas/Problem/properties").propertyNames())
                .contains("traceId");
        JsonNode responses = api.at("/paths/~1api~1v1~1things/post/responses");
        assertThat(responses.at("/503/headers/Retry-After/schema/type").asString())
                .isEqualTo("integer");
        assertThat(responses.at("/500/headers").isMissingNode()).isTrue();
    }

    @Test
    void the_api_says_what_a_body_has_to_have() {
        JsonNode schemas = send(request("/v3/api-docs")).json().at("/components/schemas");
        JsonNode thing = schemas.path("Thing");

        assertThat(thing.path("required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("account", "amount", "reference");
        assertThat(thing.at("/properties/amount/$ref").asString()).endsWith("/PositiveAmount");
        assertThat(thing.at("/properties/count/type").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("integer", "null");
        assertThat(thing.at("/properties/reference/maxLength").asInt()).isEqualTo(140);
        assertThat("Invoice 42").matches(thing.at("/properties/reference/pattern").asString());
        assertThat("a\nb").doesNotMatch(thing.at("/properties/reference/pattern").asString());
        assertThat(" ").doesNotMatch(schemas.at("/Part/properties/name/pattern").asString());
    }

    @ParameterizedTest
    @CsvSource({
        "0, false",
        "0.00, false",
        "-1.00, false",
        "01, false",
        "0.01, true",
        "0.0001, true",
        "1.5, true",
        "125.50, true",
    })
    void the_api_says_which_amounts_are_more_than_nothing(String decimal, boolean positive) {
        String pattern =
                send(request("/v3/api-docs"))
                        .json()
                        .at("/components/schemas/PositiveAmount/properties/value/pattern")
                        .asString();
        assertThat(decimal.matches(pattern)).isEqualTo(positive);
    }

    private static String nextOf(Answer page) {
        String link = page.header("Link");
        assertThat(page.json().has("next")).isEqualTo(!link.isEmpty());
        return link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
    }
}

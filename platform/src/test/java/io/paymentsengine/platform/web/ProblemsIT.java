package io.paymentsengine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// Every failure outside of the body is answered with a problem detail as well.
@ExtendWith(OutputCaptureExtension.class)
class ProblemsIT extends DoorTestCase {

    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACE_PARENT = "00-" + TRACE_ID + "-00f067aa0ba902b7-01";

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/nothing", "/error", "/", "/favicon.ico"})
    void nothing_is_there(String path) {
        Answer answer = get(path).isProblem(ProblemType.NOT_FOUND);

        assertThat(answer.json().path("instance").asString()).isEqualTo(path);
    }

    @Test
    void a_wrong_method_is_told_the_right_ones() {
        Answer answer =
                send(
                        request(THINGS)
                                .header(TenantFilter.HEADER, "STD-001")
                                .method("DELETE", BodyPublishers.noBody()));

        answer.isProblem(ProblemType.METHOD_NOT_ALLOWED);
        assertThat(answer.header("Allow")).contains("GET", "POST");
        assertThat(answer.json().path("detail").asString()).contains("GET, POST");
    }

    @Test
    void an_answer_of_another_type_is_not_to_be_had() {
        get(THINGS, "Accept", "image/png").isProblem(ProblemType.NOT_ACCEPTABLE);
        get(THINGS, "Accept", "nonsense").isProblem(ProblemType.NOT_ACCEPTABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/event-stream", "application/json", "application/xml", "text/html"})
    void a_problem_is_answered_whatever_is_accepted(String type) {
        send(request(THINGS, "Accept", type)).isProblem(ProblemType.INVALID_TENANT);
        get("/api/v1/nothing", "Accept", type).isProblem(ProblemType.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "text/html", "nonsense"})
    void nothing_is_done_for_who_can_not_read_the_answer(String type) {
        get(THINGS + "/bug", "Accept", type).isProblem(ProblemType.NOT_ACCEPTABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "/42, id, a UUID",
        "?kind=OVAL, kind, 'ROUND, SQUARE'",
        "?kind=, kind, 'ROUND, SQUARE'",
        "?kind=%20, kind, 'ROUND, SQUARE'",
        "?kind=%20ROUND, kind, 'ROUND, SQUARE'",
        "?from=, from, RFC 3339",
        "?from=yesterday, from, RFC 3339",
        "?from=0000-01-01T00:00:00Z, from, 0001 to 9999",
        "?name=abcdef, name, 0 to 5 characters",
        "?name=a%00b, name, control characters",
        "?name=a%0d%0ab, name, control characters",
        "?limit=0, limit, 1 to 200",
        "?limit=201, limit, 1 to 200",
        "?limit=ten, limit, 1 to 200",
        "?limit=1&limit=2, limit, given once",
        "?cursor=abc, cursor, cursor of the page before",
        "?cursor=, cursor, cursor of the page before",
        "/read, number, must be given"
    })
    void a_parameter_is_named(String path, String parameter, String message) {
        get(THINGS + path)
                .isProblem(ProblemType.INVALID_REQUEST)
                .blames("parameter", parameter, message);
    }

    @Test
    void a_value_that_a_controller_reads_is_named() {
        get(THINGS + "/read?number=x")
                .isProblem(ProblemType.INVALID_REQUEST)
                .blames("pointer", "/number", "x");
    }

    @Test
    void a_fault_tells_nothing_and_is_logged_once_with_its_trace(CapturedOutput output) {
        Answer answer =
                get(THINGS + "/bug", "traceparent", TRACE_PARENT)
                        .isProblem(ProblemType.INTERNAL_ERROR);

        assertThat(answer.json().path("traceId").asString()).isEqualTo(TRACE_ID);
        assertThat(output.getAll().lines().filter(line -> line.contains("A request failed")))
                .singleElement()
                .asString()
                .contains("[STD-001 - " + TRACE_ID + "]");
        assertThat(output.getAll().split("secret of the house", -1)).hasSize(2);
    }

    @Test
    void a_store_that_is_away_will_be_back() {
        Answer answer = get(THINGS + "/away").isProblem(ProblemType.TEMPORARILY_UNAVAILABLE);

        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void who_would_do_it_twice_is_not_asked_to_come_again() {
        Answer answer = doneAway("/away-once").isProblem(ProblemType.OUTCOME_UNKNOWN);

        assertThat(answer.header("Retry-After")).isEmpty();
        assertThat(answer.json().path("detail").asString()).contains("Check before you repeat it");
    }

    @Test
    void who_replaces_may_come_again() {
        Answer answer =
                send(
                        request(THINGS + "/away")
                                .header(TenantFilter.HEADER, "STD-001")
                                .PUT(BodyPublishers.noBody()));

        answer.isProblem(ProblemType.TEMPORARILY_UNAVAILABLE);
    }

    @Test
    void who_has_a_key_may_come_again() {
        Answer answer =
                doneAway("/away-once", IdempotencyKey.HEADER, "a-key")
                        .isProblem(ProblemType.TEMPORARILY_UNAVAILABLE);

        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void a_key_that_the_resource_does_not_take_protects_from_nothing() {
        doneAway("/away", IdempotencyKey.HEADER, "a key").isProblem(ProblemType.OUTCOME_UNKNOWN);
    }

    @Test
    void a_store_that_hangs_up_is_no_client_that_does() {
        get(THINGS + "/cut").isProblem(ProblemType.TEMPORARILY_UNAVAILABLE);
        get(THINGS + "/reset").isProblem(ProblemType.INTERNAL_ERROR);
    }

    @Test
    void a_controller_answers_with_a_problem_of_its_own() {
        Answer answer = get(THINGS + "/refused").isProblem(ProblemType.IDEMPOTENCY_KEY_REUSED);

        assertThat(answer.json().path("instance").asString()).isEqualTo(THINGS + "/refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/things/%zz HTTP/1.1\r\nHost: door\r\n",
                "GET /api/v1/things?a=%zz HTTP/1.1\r\nHost: door\r\nx-tenant-id: STD-001\r\n",
                "GET /api/v1/things?a=%ff HTTP/1.1\r\nHost: door\r\nx-tenant-id: STD-001\r\n",
                "GET /api/v1/th|ngs HTTP/1.1\r\nHost: door\r\n",
                "GET /api/../../x HTTP/1.1\r\nHost: door\r\n",
                "GET /api/v1/things HTTP/1.1\r\n",
                "GET /api/v1/things HTTP/1.1\r\nHost: door\r\nbad header: x\r\n",
                "GET /api/v1/things HTTP/1.1\r\nHost: door\r\nx: a\u0001b\r\n",
                "GET /api/v1/things HTTP/9.9\r\nHost: door\r\n",
                "POST /api/v1/things HTTP/1.1\r\nHost: door\r\nContent-Length: -1\r\n",
                "POST /api/v1/things HTTP/1.1\r\nHost: door\r\nTransfer-Encoding: odd\r\n",
                "nonsense\r\n"
            })
    void what_the_server_itself_refuses_is_a_problem(String request) throws IOException {
        String answer = raw(request + "Connection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 (4|5)[0-9]{2} .*").doesNotContain("HTTP/1.1 500");
        assertThat(answer).contains("application/problem+json", "\"status\":");
        assertThat(answer).doesNotContainIgnoringCase("tomcat").doesNotContain("<html", "java");
    }

    @Test
    void headers_that_are_too_large_are_a_problem() throws IOException {
        String answer =
                raw("GET / HTTP/1.1\r\nHost: door\r\nx: %s\r\n\r\n".formatted("x".repeat(20_000)));

        assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
    }

    private Answer doneAway(String path, String... headers) {
        return send(
                request(THINGS + path, headers)
                        .header(TenantFilter.HEADER, "STD-001")
                        .POST(BodyPublishers.noBody()));
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

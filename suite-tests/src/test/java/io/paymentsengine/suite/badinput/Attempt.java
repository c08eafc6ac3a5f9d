package io.paymentsengine.suite.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.Headers;
import io.paymentsengine.suite.Suite;
import io.paymentsengine.suite.journeys.ApiDocument.Operation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A request with a single error, and how it must be refused.
///
/// @param wrong a description of the error
/// @param path path and query, encoded
/// @param headers names and values in turn
/// @param named what the problem must name: a field's pointer, a parameter or a header
record Attempt(
        Operation operation,
        String wrong,
        String method,
        String path,
        List<String> headers,
        @Nullable Body body,
        Refusal refusal,
        @Nullable String named) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final JsonMapper JSON = new JsonMapper();
    private static final String JSON_TYPE = "application/json";

    /// A body and the metadata it is sent with.
    ///
    /// @param octets the bytes, one per character (ISO 8859-1)
    /// @param saysItsLength whether it is sent with its length rather than in chunks
    record Body(String octets, @Nullable String type, boolean saysItsLength) {

        static Body json(String text) {
            return new Body(new String(text.getBytes(UTF_8), ISO_8859_1), JSON_TYPE, true);
        }

        Body as(@Nullable String otherType) {
            return new Body(octets, otherType, saysItsLength);
        }

        Body inChunks() {
            return new Body(octets, type, false);
        }

        BodyPublisher publisher() {
            byte[] bytes = octets.getBytes(ISO_8859_1);
            return saysItsLength
                    ? BodyPublishers.ofByteArray(bytes)
                    : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
        }
    }

    /// The expected refusal: the status, and the acceptable last segments of the problem's type.
    record Refusal(int status, Set<String> problems) {

        static final Refusal INVALID = new Refusal(400, Set.of("invalid-request"));
        static final Refusal MALFORMED = new Refusal(400, Set.of("malformed-body"));

        static Refusal of(int status, String problem) {
            return new Refusal(status, Set.of(problem));
        }
    }

    /// Sends the request for a tenant that has all permissions needed, and checks the refusal.
    void expectRefusal(Suite suite) {
        HttpResponse<String> answer = send(suite);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(refusal.status());
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(refusal.status());
        assertThat(problem.path("type").asString().replaceFirst(".*/", ""))
                .as(answer.body())
                .isIn(refusal.problems());
        assertThat(answer.body()).doesNotContain("Exception", "\\tat ", "io.payments");
        if (named != null) {
            assertThat(namesOf(problem)).as(answer.body()).anyMatch(this::isNamed);
        }
    }

    /// The problem may also name a parent or a child of the field.
    private boolean isNamed(String name) {
        String wanted = String.valueOf(named);
        return !name.isEmpty() && (wanted.startsWith(name) || name.startsWith(wanted));
    }

    private static List<String> namesOf(JsonNode problem) {
        List<String> names = new ArrayList<>();
        for (JsonNode error : problem.path("errors")) {
            names.addAll(error.findValuesAsString("pointer"));
            names.addAll(error.findValuesAsString("parameter"));
            names.addAll(error.findValuesAsString("header"));
        }
        return names;
    }

    private HttpResponse<String> send(Suite suite) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(suite.address(operation.service(), path))
                        .timeout(Duration.ofSeconds(30))
                        .method(method, body == null ? BodyPublishers.noBody() : body.publisher());
        if (!headers.contains(Headers.TENANT)) {
            request.header(Headers.TENANT, "STD-001");
        }
        if (body != null && body.type() != null) {
            request.header("Content-Type", body.type());
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public String toString() {
        return operation.name() + ": " + wrong;
    }
}

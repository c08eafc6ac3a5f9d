package io.paymentsengine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls a street door over a real port.
@SpringBootTest(
        classes = DoorApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.config.location=classpath:door.yaml")
abstract class DoorTestCase {

    static final String THINGS = "/api/v1/things";
    static final String THING =
            """
            {"account": "NL91ABNA0417164300", "amount": {"value": "12.50", "currency": "EUR"},
             "reference": "rent"}""";

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort private int port;

    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        /// Asserts that the answer is this problem, complete and without anything internal.
        Answer isProblem(ProblemType type) {
            assertThat(header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(json().path("type").asString()).isEqualTo(type.uri().toString());
            assertThat(json().path("title").asString()).isEqualTo(type.title());
            assertThat(json().path("status").asInt()).isEqualTo(type.status());
            assertThat(status()).isEqualTo(type.status());
            assertThat(json().path("detail").asString()).isNotBlank();
            assertThat(response.body())
                    .doesNotContain("java", "springframework", "tomcat", "Tomcat", "jackson")
                    .doesNotContain("Exception", "secret", "paymentsengine.platform");
            return this;
        }

        /// Asserts that there is a single error, with this place and message.
        Answer blames(String place, String name, String message) {
            assertThat(json().path("errors").size()).as(response.body()).isEqualTo(1);
            JsonNode error = json().path("errors").get(0);
            assertThat(error.path(place).asString("absent")).isEqualTo(name);
            assertThat(error.path("message").asString()).contains(message);
            assertThat(error.size()).isEqualTo(2);
            return this;
        }
    }

    int port() {
        return port;
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).header(TenantFilter.HEADER, "STD-001"));
    }

    Answer post(BodyPublisher body, String... headers) {
        return send(
                request(THINGS, headers)
                        .header(TenantFilter.HEADER, "STD-001")
                        .header(IdempotencyKey.HEADER, "key-1")
                        .POST(body));
    }

    /// Posts JSON unchanged.
    Answer postJson(String json) {
        return post(BodyPublishers.ofString(json), "Content-Type", "application/json");
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}

package io.paymentsengine.localstack.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls one service on behalf of one tenant.
record Api(HttpClient client, String baseUrl, String tenant) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ERRORS_FROM = 400;

    /// @throws IllegalStateException if the answer is an error
    JsonNode get(String path) {
        return send(request(path).GET());
    }

    /// @throws IllegalStateException if the answer is an error
    JsonNode post(String path, Map<String, ?> body, Map<String, String> headers) {
        HttpRequest.Builder request =
                request(path)
                        .header("content-type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        headers.forEach(request::header);
        return send(request);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + "/api/v1" + path))
                .header("x-tenant-id", tenant);
    }

    private JsonNode send(HttpRequest.Builder request) {
        HttpRequest sent = request.build();
        try {
            HttpResponse<String> answer = client.send(sent, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= ERRORS_FROM) {
                throw new IllegalStateException(
                        "%s %s was answered with %d: %s"
                                .formatted(
                                        sent.method(),
                                        sent.uri(),
                                        answer.statusCode(),
                                        answer.body()));
            }
            return JSON.readTree(answer.body());
        } catch (IOException failed) {
            throw new IllegalStateException(sent.uri() + " did not answer", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}

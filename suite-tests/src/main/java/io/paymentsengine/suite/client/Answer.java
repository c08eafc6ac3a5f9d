package io.paymentsengine.suite.client;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The response of a service to a request.
public record Answer(String question, int status, HttpHeaders headers, String body) {

    static Answer of(HttpResponse<String> response) {
        var request = response.request();
        return new Answer(
                request.method() + " " + request.uri(),
                response.statusCode(),
                response.headers(),
                response.body());
    }

    /// Returns this answer, and fails if its status is none of these.
    public Answer expecting(int... statuses) {
        if (Arrays.stream(statuses).noneMatch(expected -> expected == status)) {
            throw new AssertionError(
                    "%s was answered %d, expected %s: %s"
                            .formatted(question, status, Arrays.toString(statuses), body));
        }
        return this;
    }

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public <T> T as(Class<T> shape) {
        return Json.read(body, shape);
    }

    public <T> Page<T> asPageOf(Class<T> item) {
        return Json.readPage(body, item);
    }

    public JsonNode json() {
        return Json.tree(body);
    }

    /// The kind of problem: the last segment of the problem detail's `type`.
    public String problem() {
        String type = json().path("type").asString("about:blank");
        String path = URI.create(type).getPath();
        return path == null ? type : path.substring(path.lastIndexOf('/') + 1);
    }
}

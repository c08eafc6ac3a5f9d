package io.paymentsengine.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/// Answers with a problem where Spring MVC is not involved.
final class ProblemWriter {

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(problem, request.getRequestURI(), response);
    }

    void write(Problem problem, @Nullable String address, HttpServletResponse response)
            throws IOException {
        byte[] body = json.writeValueAsBytes(bodyOf(problem, address));
        head(problem, response);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /// The same as text, for callers that write it in another way.
    String text(Problem problem, @Nullable String address) {
        return json.writeValueAsString(bodyOf(problem, address));
    }

    void head(Problem problem, HttpServletResponse response) {
        response.setStatus(problem.type().status());
        problem.headers().forEach((name, values) -> response.setHeader(name, values.getFirst()));
    }

    private static ProblemDetail bodyOf(Problem problem, @Nullable String address) {
        ProblemDetail body = problem.body();
        if (address != null) {
            try {
                body.setInstance(new URI(address));
            } catch (URISyntaxException malformed) {
                // The address itself is malformed and can't be the instance.
                return body;
            }
        }
        return body;
    }
}

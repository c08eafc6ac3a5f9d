package io.paymentsengine.platform.web;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// A refusal as a client sees it (RFC 9457). The detail is for humans and never reveals anything
/// internal: no class, no statement, no stack trace.
public record Problem(ProblemType type, String detail, List<InputError> errors) {

    private static final String ERRORS = "errors";
    private static final String AGAIN_AFTER_SECONDS = "1";
    private static final Set<Integer> PASSING = Set.of(429, 503);

    public Problem {
        errors = List.copyOf(errors);
    }

    /// A problem of this type.
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of());
    }

    /// A request that is refused because of these errors.
    public static Problem invalid(InputError... errors) {
        return invalid(List.of(errors));
    }

    static Problem invalid(List<InputError> errors) {
        return new Problem(
                ProblemType.INVALID_REQUEST, "See errors for what has to change.", errors);
    }

    /// The resource does not exist, or not for this tenant; a client can't tell the difference.
    public static Problem notFound(String detail) {
        return of(ProblemType.NOT_FOUND, detail);
    }

    /// The problem as the answer of a controller.
    public ResponseEntity<ProblemDetail> response() {
        return ResponseEntity.status(type.status()).headers(headers()).body(body());
    }

    /// The problem as an exception, for code that can't return an answer: the advice turns it into the
    /// same answer as [#response].
    public ProblemException exception() {
        return new ProblemException(this);
    }

    private boolean passes() {
        return type.equals(ProblemType.IDEMPOTENCY_KEY_IN_FLIGHT)
                || (PASSING.contains(type.status()) && !type.equals(ProblemType.OUTCOME_UNKNOWN));
    }

    ProblemDetail body() {
        ProblemDetail body =
                ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(type.status()), detail);
        body.setType(type.uri());
        body.setTitle(type.title());
        if (!errors.isEmpty()) {
            body.setProperty(ERRORS, errors);
        }
        return body;
    }

    /// If the problem passes, the answer says when to try again (RFC 9110, 10.2.3), unless a
    /// repetition could take effect twice.
    HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (passes()) {
            headers.set(HttpHeaders.RETRY_AFTER, AGAIN_AFTER_SECONDS);
        }
        return headers;
    }
}

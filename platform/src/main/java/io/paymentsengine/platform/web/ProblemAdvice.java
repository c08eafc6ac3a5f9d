package io.paymentsengine.platform.web;

import io.paymentsengine.platform.telemetry.TraceParent;
import java.util.Set;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Answers whatever goes wrong in Spring MVC with a problem detail. A service that answers some
/// exception of its own otherwise does so in an advice of its own, which comes first.
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Set<HttpMethod> IDEMPOTENT =
            Set.of(
                    HttpMethod.GET,
                    HttpMethod.HEAD,
                    HttpMethod.OPTIONS,
                    HttpMethod.PUT,
                    HttpMethod.DELETE);

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler(Exception.class)
    @Nullable ResponseEntity<Object> handleAnythingElse(Exception fault, WebRequest request) {
        return isTheClientGone(fault)
                ? null
                : handleExceptionInternal(
                        fault, null, new HttpHeaders(), HttpStatus.INTERNAL_SERVER_ERROR, request);
    }

    /// Nobody reads the answer: none is made. Only the server itself knows that. What a broken connection
    /// is called, `EOFException` or "connection reset", says as well that a store has gone; the client
    /// who waits would be answered an empty 200.
    private static boolean isTheClientGone(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientAbortException) {
                return true;
            }
        }
        return false;
    }

    /// Where all that Spring MVC knows comes together, with the status and the headers (`Allow`,
    /// `Accept`) that it has for it. The body that it made is not used: it tells of Java.
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        Problem problem = MvcProblems.of(failure, status, isRepeatable(request));
        log(problem, failure);
        HttpHeaders all = problem.headers();
        all.addAll(headers);
        return super.handleExceptionInternal(
                failure,
                traced(problem),
                all,
                HttpStatusCode.valueOf(problem.type().status()),
                request);
    }

    /// By its method (RFC 9110, 9.2.2), or as a key makes it one with its repetitions.
    private static boolean isRepeatable(WebRequest request) {
        HttpMethod method = ((ServletWebRequest) request).getHttpMethod();
        return IDEMPOTENT.contains(method) || request.getHeader(IdempotencyKey.HEADER) != null;
    }

    private static void log(Problem problem, Exception failure) {
        if (problem.type().equals(ProblemType.INTERNAL_ERROR)) {
            LOG.error("A request failed", failure);
        } else if (problem.type().status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            LOG.warn("A request could not be served: {}", failure.toString());
        }
    }

    /// A fault can be found in the logs by the id that its answer carries.
    private static ProblemDetail traced(Problem problem) {
        ProblemDetail body = problem.body();
        if (problem.type().status() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            TraceParent.current().ifPresent(trace -> body.setProperty("traceId", trace.traceId()));
        }
        return body;
    }
}

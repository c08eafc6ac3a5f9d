package io.paymentsengine.platform.web;

import io.paymentsengine.platform.telemetry.TraceParent;
import java.util.Set;
import java.util.stream.Stream;
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
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Answers every failure in Spring MVC with a problem detail. A service that answers an exception of its
/// own in a different way does so in its own advice, which comes first.
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

    /// If the client is gone, nobody reads the answer, and none is made. Only the server itself can tell:
    /// an `EOFException` or a "connection reset" can also mean that a store has gone, and then the
    /// waiting client would get an empty 200.
    private static boolean isTheClientGone(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientAbortException) {
                return true;
            }
        }
        return false;
    }

    /// All exceptions that Spring MVC knows end here, with the status and the headers (`Allow`, `Accept`)
    /// that it has chosen for them. Its body is not used, because it describes Java.
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

    /// Whether the request is idempotent by its method (RFC 9110, 9.2.2) or made so by a key.
    private static boolean isRepeatable(WebRequest request) {
        HttpMethod method = ((ServletWebRequest) request).getHttpMethod();
        return IDEMPOTENT.contains(method)
                || (request.getHeader(IdempotencyKey.HEADER) != null && takesKey(request));
    }

    /// Whether the resource knows keys at all: elsewhere one that a client sends protects from nothing.
    private static boolean takesKey(WebRequest request) {
        return request.getAttribute(
                                HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE,
                                RequestAttributes.SCOPE_REQUEST)
                        instanceof HandlerMethod handler
                && Stream.of(handler.getMethodParameters())
                        .map(parameter -> parameter.nestedIfOptional().getNestedParameterType())
                        .anyMatch(IdempotencyKey.class::equals);
    }

    private static void log(Problem problem, Exception failure) {
        if (problem.type().equals(ProblemType.INTERNAL_ERROR)) {
            LOG.error("A request failed", failure);
        } else if (problem.type().status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            LOG.warn("A request could not be served: {}", failure.toString());
        }
    }

    /// Adds the trace id to the answer, so that the fault can be found in the logs.
    private static ProblemDetail traced(Problem problem) {
        ProblemDetail body = problem.body();
        if (problem.type().status() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            TraceParent.current().ifPresent(trace -> body.setProperty("traceId", trace.traceId()));
        }
        return body;
    }
}

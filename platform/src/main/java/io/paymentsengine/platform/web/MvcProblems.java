package io.paymentsengine.platform.web;

import io.paymentsengine.platform.batching.QueueFullException;
import io.paymentsengine.platform.tenancy.TransactionLimitException;
import java.util.Collection;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// Maps exceptions to the problems that clients see. No message of an exception is passed on, except
/// what a value object says about its input.
final class MvcProblems {

    /// The upstream service's registry of tenants is older than this service's.
    private static final Problem UNKNOWN_UPSTREAM =
            Problem.of(
                    ProblemType.TEMPORARILY_UNAVAILABLE,
                    "An upstream service does not have this tenant in its registry yet. Try again later.");

    private MvcProblems() {}

    /// @param repeatable whether the same request has no second effect when it is repeated
    static Problem of(Exception failure, HttpStatusCode status, boolean repeatable) {
        return switch (failure) {
            case ProblemException refused -> refused.problem();
            case HttpMessageNotReadableException unreadable -> BodyProblems.of(unreadable);
            case MethodArgumentNotValidException invalid -> ValidationProblems.of(invalid);
            case HandlerMethodValidationException invalid when status.is4xxClientError() ->
                    ValidationProblems.of(invalid);
            case MethodArgumentTypeMismatchException mismatch -> ValidationProblems.of(mismatch);
            case MissingServletRequestParameterException missing ->
                    Problem.invalid(
                            InputError.parameter(missing.getParameterName(), "must be given"));
            case MissingRequestHeaderException missing ->
                    Problem.invalid(InputError.header(missing.getHeaderName(), "must be given"));
            case InvalidParameterException _ ->
                    Problem.of(ProblemType.INVALID_REQUEST, "The query can't be decoded.");
            case HttpRequestMethodNotSupportedException other ->
                    Problem.of(
                            ProblemType.METHOD_NOT_ALLOWED,
                            oneOf("The method", other.getSupportedHttpMethods()));
            case HttpMediaTypeNotSupportedException other ->
                    Problem.of(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE,
                            oneOf("The content type", other.getSupportedMediaTypes()));
            case HttpMediaTypeNotAcceptableException other ->
                    Problem.of(
                            ProblemType.NOT_ACCEPTABLE,
                            oneOf("The accepted type", other.getSupportedMediaTypes()));
            // any other 403 of an upstream service is a fault
            case HttpClientErrorException.Forbidden refused
                    when ProblemType.UNKNOWN_TENANT.isTypeOf(refused) ->
                    UNKNOWN_UPSTREAM;
            case QueueFullException _, TransactionLimitException _ ->
                    Problem.of(
                            ProblemType.TEMPORARILY_UNAVAILABLE,
                            "Too many requests are queued. Nothing was stored; try again later.");
            default -> ofFault(failure, status, repeatable);
        };
    }

    /// A store that becomes unavailable may have committed what it received before.
    private static Problem ofFault(Exception failure, HttpStatusCode status, boolean repeatable) {
        if (status.is4xxClientError() || !TransientFailures.isCauseOf(failure)) {
            return of(status);
        }
        return repeatable
                ? of(HttpStatusCode.valueOf(ProblemType.TEMPORARILY_UNAVAILABLE.status()))
                : Problem.of(
                        ProblemType.OUTCOME_UNKNOWN,
                        "A dependency became unavailable, and the request may have taken effect. Check"
                                + " before you repeat it, unless an Idempotency-Key protects it.");
    }

    /// The problem for a status about which nothing else is known.
    static Problem of(HttpStatusCode status) {
        ProblemType type = ProblemType.of(status);
        String detail =
                switch (type.status()) {
                    case 400 -> "The request can't be understood.";
                    case 404 -> "Nothing is at this address.";
                    case 500 -> "The service failed. What happened is in its log.";
                    case 503 -> "A dependency is unavailable. Try again.";
                    default -> type.title() + ".";
                };
        return Problem.of(type, detail);
    }

    private static String oneOf(String what, @Nullable Collection<?> supported) {
        return supported == null || supported.isEmpty()
                ? what + " is not supported here."
                : supported.stream()
                        .map(Object::toString)
                        .sorted()
                        .collect(Collectors.joining(", ", what + " must be one of ", "."));
    }
}

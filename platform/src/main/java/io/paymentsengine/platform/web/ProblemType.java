package io.paymentsengine.platform.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.RestClientResponseException;

/// A kind of problem (RFC 9457): the end of its `type` URI, its title and its status. Any service
/// can answer with the types defined here; a type that only one service needs is a constant of that
/// service. Published types are stable.
public record ProblemType(String slug, String title, int status) {

    private static final String BASE = "https://paymentsengine.io/problems/";

    public static final ProblemType INVALID_REQUEST =
            new ProblemType("invalid-request", "The request is not valid", 400);
    public static final ProblemType MALFORMED_BODY =
            new ProblemType("malformed-body", "The body can't be read", 400);
    public static final ProblemType INVALID_TENANT =
            new ProblemType("invalid-tenant", "The tenant header is missing or invalid", 400);
    public static final ProblemType UNKNOWN_TENANT =
            new ProblemType("unknown-tenant", "The tenant is not registered", 403);
    public static final ProblemType NOT_FOUND =
            new ProblemType("not-found", "There is no such resource", 404);
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType("method-not-allowed", "The resource has no such method", 405);
    public static final ProblemType NOT_ACCEPTABLE =
            new ProblemType("not-acceptable", "No acceptable representation", 406);
    public static final ProblemType IDEMPOTENCY_KEY_IN_FLIGHT =
            new ProblemType(
                    "idempotency-key-in-flight",
                    "The first request with this key is in progress",
                    409);
    public static final ProblemType CONTENT_TOO_LARGE =
            new ProblemType("content-too-large", "The body is too large", 413);
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            new ProblemType("unsupported-media-type", "The body has the wrong media type", 415);
    public static final ProblemType IDEMPOTENCY_KEY_REUSED =
            new ProblemType("idempotency-key-reused", "The key belongs to another request", 422);
    public static final ProblemType INTERNAL_ERROR =
            new ProblemType("internal-error", "The service failed", 500);
    public static final ProblemType TEMPORARILY_UNAVAILABLE =
            new ProblemType("temporarily-unavailable", "The service can't answer now", 503);

    /// The request may have taken effect, and a repetition would be another request.
    public static final ProblemType OUTCOME_UNKNOWN =
            new ProblemType("outcome-unknown", "Whether the request took effect is not known", 503);

    /// The types for bare statuses, where nothing more specific is known.
    private static final List<ProblemType> BY_STATUS =
            List.of(
                    INVALID_REQUEST,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    CONTENT_TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    INTERNAL_ERROR,
                    TEMPORARILY_UNAVAILABLE);

    /// The URI that names this type.
    public URI uri() {
        return URI.create(BASE + slug);
    }

    /// Whether another service of the suite answered with a problem of this type.
    public boolean isTypeOf(RestClientResponseException answer) {
        return Pattern.compile("\"type\"\\s*:\\s*\"%s\"".formatted(Pattern.quote(uri().toString())))
                .matcher(answer.getResponseBodyAsString())
                .find();
    }

    /// The type for a bare HTTP status. A status without a type here is named after its reason
    /// phrase.
    static ProblemType of(HttpStatusCode status) {
        return BY_STATUS.stream()
                .filter(type -> type.status() == status.value())
                .findFirst()
                .orElseGet(() -> afterReasonPhrase(status));
    }

    private static ProblemType afterReasonPhrase(HttpStatusCode status) {
        HttpStatus named = HttpStatus.resolve(status.value());
        if (named == null) {
            return status.is4xxClientError() ? INVALID_REQUEST : INTERNAL_ERROR;
        }
        String phrase = named.getReasonPhrase();
        return new ProblemType(
                phrase.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"), phrase, named.value());
    }
}

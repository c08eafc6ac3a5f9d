package io.paymentsengine.platform.web;

import io.paymentsengine.contracts.vocabulary.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.util.UriComponentsBuilder;

/// The platform's own controller arguments.
final class RequestArguments {

    private RequestArguments() {}

    static List<HandlerMethodArgumentResolver> all() {
        return List.of(
                new RequestArgument<>(
                        TenantId.class, TenantFilter::of, missing(TenantFilter.HEADER)),
                new RequestArgument<>(
                        IdempotencyKey.class,
                        RequestArguments::key,
                        missing(IdempotencyKey.HEADER)),
                new RequestArgument<>(
                        PreferredWait.class, RequestArguments::wait, missing(PreferredWait.HEADER)),
                new RequestArgument<>(
                        PageQuery.class, RequestArguments::page, missing(TenantFilter.HEADER)));
    }

    private static @Nullable IdempotencyKey key(HttpServletRequest request) {
        List<String> values = Collections.list(request.getHeaders(IdempotencyKey.HEADER));
        if (values.size() > 1) {
            throw refusal("must be given once").exception();
        }
        try {
            return values.isEmpty() ? null : IdempotencyKey.parse(values.getFirst().strip());
        } catch (IllegalArgumentException malformed) {
            throw refusal(String.valueOf(malformed.getMessage())).exception();
        }
    }

    private static PreferredWait wait(HttpServletRequest request) {
        return PreferredWait.parse(Collections.list(request.getHeaders(PreferredWait.HEADER)));
    }

    private static PageQuery page(HttpServletRequest request) {
        return PageQuery.of(
                TenantFilter.of(request).value(),
                UriComponentsBuilder.fromPath(request.getRequestURI())
                        .query(request.getQueryString())
                        .build());
    }

    private static Problem refusal(String message) {
        return Problem.invalid(InputError.header(IdempotencyKey.HEADER, message));
    }

    private static Problem missing(String header) {
        return Problem.invalid(InputError.header(header, "must be given"));
    }
}

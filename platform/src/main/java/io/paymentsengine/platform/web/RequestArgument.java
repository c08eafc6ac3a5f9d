package io.paymentsengine.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Lets a controller take a value that is made from the whole request. If the parameter is neither
/// `@Nullable` nor `Optional`, the request must have the value.
record RequestArgument<T>(
        Class<T> type, Function<HttpServletRequest, @Nullable T> reader, Problem absent)
        implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.nestedIfOptional().getNestedParameterType() == type;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        T value =
                reader.apply(
                        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        if (value == null && !parameter.isOptional()) {
            throw absent.exception();
        }
        return parameter.getParameterType() == Optional.class ? Optional.ofNullable(value) : value;
    }
}

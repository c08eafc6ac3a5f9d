package io.paymentsengine.platform.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// Reports which parts of a readable request are invalid.
final class ValidationProblems {

    private ValidationProblems() {}

    static Problem of(MethodArgumentNotValidException invalid) {
        return Problem.invalid(
                invalid.getAllErrors().stream()
                        .map(error -> error(invalid.getParameter(), error))
                        .toList());
    }

    static Problem of(HandlerMethodValidationException invalid) {
        return Problem.invalid(
                invalid.getParameterValidationResults().stream()
                        .flatMap(ValidationProblems::errors)
                        .toList());
    }

    static Problem of(MethodArgumentTypeMismatchException mismatch) {
        return Problem.invalid(
                List.of(in(mismatch.getParameter(), mismatch.getName(), refusal(mismatch))));
    }

    private static Stream<InputError> errors(ParameterValidationResult result) {
        List<? extends MessageSourceResolvable> all =
                result instanceof ParameterErrors errors
                        ? errors.getAllErrors()
                        : result.getResolvableErrors();
        return all.stream().map(error -> error(result.getMethodParameter(), error));
    }

    private static InputError error(MethodParameter parameter, MessageSourceResolvable error) {
        String message = String.valueOf(error.getDefaultMessage());
        String path = error instanceof FieldError field ? field.getField() : "";
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
            return InputError.at(Pointer.ofPath(path), message);
        }
        return in(parameter, path.isEmpty() ? nameOf(parameter) : path, message);
    }

    private static InputError in(MethodParameter parameter, String name, String message) {
        return parameter.hasParameterAnnotation(RequestHeader.class)
                ? InputError.header(name, message)
                : InputError.parameter(name, message);
    }

    /// The name on the wire, which may differ from the Java name.
    private static String nameOf(MethodParameter parameter) {
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        return Stream.of(
                        query == null ? "" : query.name(),
                        path == null ? "" : path.name(),
                        header == null ? "" : header.name(),
                        String.valueOf(parameter.getParameterName()))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static String refusal(MethodArgumentTypeMismatchException mismatch) {
        Class<?> type = mismatch.getParameter().nestedIfOptional().getNestedParameterType();
        boolean ours = !type.isEnum() && !TypeDescriptions.isNumber(type);
        String reason = ours ? reasonOf(mismatch.getCause()) : null;
        return reason == null ? TypeDescriptions.of(type) : reason;
    }

    private static @Nullable String reasonOf(@Nullable Throwable cause) {
        return cause instanceof ConversionFailedException failed
                        && failed.getCause() instanceof IllegalArgumentException refused
                ? refused.getMessage()
                : null;
    }
}

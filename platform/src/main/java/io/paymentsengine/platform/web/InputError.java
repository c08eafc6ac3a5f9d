package io.paymentsengine.platform.web;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An error in one part of a request: a field of the body (named by RFC 6901 JSON pointer), a
/// parameter of the path or the query, or a header. Exactly one of the three is given.
public record InputError(
        @Nullable String pointer,
        @Nullable String parameter,
        @Nullable String header,
        String message) {

    /// An error in the body, at a pointer such as `/amount/value`; the empty pointer is the body
    /// itself.
    public static InputError at(String pointer, String message) {
        return new InputError(pointer, null, null, message);
    }

    /// An error in a parameter of the path or the query.
    public static InputError parameter(String name, String message) {
        return new InputError(null, name, null, message);
    }

    /// An error in a header.
    public static InputError header(String name, String message) {
        return new InputError(null, null, name, message);
    }

    /// Creates a value from a field of the body. If the value refuses its input, the request is
    /// refused:
    ///
    /// `Money limit = InputError.reading("/overdraftLimit", () -> Money.parse(text, currency));`
    public static <T> T reading(String pointer, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException refused) {
            throw Problem.invalid(at(pointer, String.valueOf(refused.getMessage()))).exception();
        }
    }
}

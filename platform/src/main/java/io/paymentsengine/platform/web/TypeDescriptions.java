package io.paymentsengine.platform.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Describes, in a client's terms, what a value of a Java type looks like.
final class TypeDescriptions {

    private TypeDescriptions() {}

    static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "is not valid";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", ", "must be one of ", ""));
        }
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (isNumber(type)) {
            return "must be a number in range";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "must be an array";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type)
                ? "must be an object"
                : "must be a string of the documented form";
    }

    static boolean isNumber(Class<?> type) {
        return Number.class.isAssignableFrom(type)
                || (type.isPrimitive() && type != boolean.class && type != char.class);
    }
}

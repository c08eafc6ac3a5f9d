package io.paymentsengine.localstack;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;

/// Reads numbers that were passed to a command with `-D`. A value that is not a valid number is
/// refused with a message that names the property, never replaced by a default. An empty value,
/// which Maven passes on for a property that was not set, counts as not set.
public final class Numbers {

    private final Properties told;

    private Numbers(Properties told) {
        this.told = told;
    }

    /// Reads this JVM's system properties.
    public static Numbers ofSystemProperties() {
        return of(System.getProperties());
    }

    /// Reads these properties, each when its number is asked for.
    public static Numbers of(Properties told) {
        return new Numbers(told);
    }

    /// A whole number with a lower bound.
    ///
    /// @param otherwise the number if the property is not set
    /// @throws IllegalArgumentException if the value is not a whole number, or less than `least`
    public int from(int least, String name, int otherwise) {
        return between(least, Integer.MAX_VALUE, name, otherwise);
    }

    /// A whole number within bounds, both inclusive.
    ///
    /// @param otherwise the number if the property is not set
    /// @throws IllegalArgumentException if the value is not a whole number, or out of bounds
    public int between(int least, int most, String name, int otherwise) {
        return value(name).map(text -> between(least, most, name, text)).orElse(otherwise);
    }

    /// An odd number from 1: how often to do something of which the median is taken. An even number
    /// of results has no middle one.
    ///
    /// @param otherwise the number if the property is not set
    /// @throws IllegalArgumentException if the value is not a whole number, less than 1, or even
    public int odd(String name, int otherwise) {
        int number = from(1, name, otherwise);
        if (number % 2 == 0) {
            throw refused(
                    name, Integer.toString(number), "an odd number, so that there is a median");
        }
        return number;
    }

    /// Any whole number, or empty if the property is not set.
    ///
    /// @throws IllegalArgumentException if the value is not a whole number
    public OptionalLong any(String name) {
        return value(name)
                .map(text -> OptionalLong.of(whole(name, text, text, "a whole number")))
                .orElseGet(OptionalLong::empty);
    }

    /// A single number or an inclusive range, `5` or `1..20`; empty if the property is not set.
    ///
    /// @throws IllegalArgumentException if the value is neither, or the last number is less than
    ///     the first
    public Optional<Range> range(String name) {
        return value(name).map(text -> range(name, text));
    }

    /// A positive number, which may have a fraction.
    ///
    /// @param otherwise the number if the property is not set
    /// @throws IllegalArgumentException if the value is not a finite number above zero
    public double positive(String name, double otherwise) {
        return value(name).map(text -> positive(name, text)).orElse(otherwise);
    }

    /// Consecutive numbers, from the first to the last, both inclusive.
    public record Range(long first, long last) {}

    private static int between(int least, int most, String name, String text) {
        String wanted =
                most == Integer.MAX_VALUE
                        ? "a whole number from %d".formatted(least)
                        : "a whole number from %d to %d".formatted(least, most);
        long number = whole(name, text, text, wanted);
        if (number < least || number > most) {
            throw refused(name, text, wanted);
        }
        return (int) number;
    }

    private static Range range(String name, String text) {
        String wanted = "a whole number, or two with the lower one first, such as 1..20";
        String[] ends = text.split("\\.\\.", 2);
        long first = whole(name, text, ends[0], wanted);
        long last = whole(name, text, ends[ends.length - 1], wanted);
        if (last < first) {
            throw refused(name, text, wanted);
        }
        return new Range(first, last);
    }

    private static double positive(String name, String text) {
        String wanted = "a number above 0";
        try {
            double number = Double.parseDouble(text);
            if (number > 0 && Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException none) {
            throw refused(name, text, wanted);
        }
        throw refused(name, text, wanted);
    }

    private static long whole(String name, String text, String number, String wanted) {
        try {
            return Long.parseLong(number);
        } catch (NumberFormatException none) {
            throw refused(name, text, wanted);
        }
    }

    private static IllegalArgumentException refused(String name, String text, String wanted) {
        return new IllegalArgumentException("-D%s=%s: expected %s".formatted(name, text, wanted));
    }

    private Optional<String> value(String name) {
        return Optional.of(told.getProperty(name, "").strip()).filter(value -> !value.isEmpty());
    }
}

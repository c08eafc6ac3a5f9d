package io.paymentsengine.localstack;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;

/// Numbers that a command was told with `-D`. What is none is refused in words that name it, and never
/// taken for something else; what Maven passes on empty was not told.
public final class Numbers {

    private final Properties told;

    private Numbers(Properties told) {
        this.told = told;
    }

    /// Those of this JVM's command line.
    public static Numbers ofSystemProperties() {
        return of(System.getProperties());
    }

    /// Those of these properties, as they are when a number is asked for.
    public static Numbers of(Properties told) {
        return new Numbers(told);
    }

    /// A whole number.
    ///
    /// @throws IllegalArgumentException if it is none, or less
    public int from(int least, String name, int otherwise) {
        return between(least, Integer.MAX_VALUE, name, otherwise);
    }

    /// A whole number.
    ///
    /// @throws IllegalArgumentException if it is none, less or more
    public int between(int least, int most, String name, int otherwise) {
        return value(name).map(text -> between(least, most, name, text)).orElse(otherwise);
    }

    /// How often something is done of which the median counts: what is done twice has no middle.
    ///
    /// @throws IllegalArgumentException if it is no whole number, or an even one
    public int odd(String name, int otherwise) {
        int number = from(1, name, otherwise);
        if (number % 2 == 0) {
            throw refused(name, Integer.toString(number), "an odd number, which has a middle");
        }
        return number;
    }

    /// Any whole number.
    ///
    /// @throws IllegalArgumentException if it is none
    public OptionalLong any(String name) {
        return value(name)
                .map(text -> OptionalLong.of(whole(name, text, text, "a whole number")))
                .orElseGet(OptionalLong::empty);
    }

    /// One number or the first and the last of several: `5` or `1..20`.
    ///
    /// @throws IllegalArgumentException if it is neither, or the last is less than the first
    public Optional<Range> range(String name) {
        return value(name).map(text -> range(name, text));
    }

    /// A number that need not be whole.
    ///
    /// @throws IllegalArgumentException if it is none, or not above zero
    public double positive(String name, double otherwise) {
        return value(name).map(text -> positive(name, text)).orElse(otherwise);
    }

    /// Numbers in a row, with their first and their last.
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
        String wanted = "a whole number, or two with the lower one first as in 1..20";
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
        return new IllegalArgumentException("-D%s=%s: %s".formatted(name, text, wanted));
    }

    private Optional<String> value(String name) {
        return Optional.of(told.getProperty(name, "").strip()).filter(value -> !value.isEmpty());
    }
}

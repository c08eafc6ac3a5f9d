package io.paymentsengine.operator;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A choice of dead letters of a topic: all of them, or those at given offsets.
sealed interface Offsets {

    /// All dead letters that are there.
    record All() implements Offsets {}

    /// Only the dead letters at these offsets.
    record Some(Set<Long> offsets) implements Offsets {
        public Some {
            offsets = Set.copyOf(offsets);
        }
    }

    Pattern LIST = Pattern.compile("[0-9]{1,18}(,[0-9]{1,18})*");

    /// Parses `3,5` or `all`.
    ///
    /// @throws IllegalArgumentException if it is neither
    static Offsets parse(String text) {
        if (text.equals("all")) {
            return new All();
        }
        if (!LIST.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "offsets=%s: expected numbers such as 3,5, or all".formatted(text));
        }
        return new Some(Stream.of(text.split(",")).map(Long::valueOf).collect(Collectors.toSet()));
    }

    /// The chosen offsets.
    ///
    /// @param letters the offsets of all dead letters of the topic
    /// @throws IllegalArgumentException if there is no dead letter at a chosen offset
    default Set<Long> of(Set<Long> letters) {
        return switch (this) {
            case All() -> letters;
            case Some(var wanted) -> {
                Set<Long> missing = new TreeSet<>(wanted);
                missing.removeAll(letters);
                if (!missing.isEmpty()) {
                    throw new IllegalArgumentException("no dead letter at offset " + missing);
                }
                yield wanted;
            }
        };
    }
}

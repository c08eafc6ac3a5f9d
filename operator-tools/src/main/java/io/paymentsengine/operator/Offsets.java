package io.paymentsengine.operator;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which dead letters of a topic: all of them, or those at some offsets.
sealed interface Offsets {

    /// Whatever is there and was not sent back yet.
    record All() implements Offsets {}

    /// These and no others.
    record Some(Set<Long> offsets) implements Offsets {
        public Some {
            offsets = Set.copyOf(offsets);
        }
    }

    Pattern LIST = Pattern.compile("[0-9]{1,18}(,[0-9]{1,18})*");

    /// Reads `3,5` or `all`.
    ///
    /// @throws IllegalArgumentException if it is neither
    static Offsets parse(String text) {
        if (text.equals("all")) {
            return new All();
        }
        if (!LIST.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "offsets=%s: give numbers such as 3,5, or all".formatted(text));
        }
        return new Some(Stream.of(text.split(",")).map(Long::valueOf).collect(Collectors.toSet()));
    }

    /// Those of them that are meant.
    ///
    /// @throws IllegalArgumentException if one that is asked for is not there
    default Set<Long> of(Set<Long> letters) {
        return switch (this) {
            case All() -> letters;
            case Some(var wanted) -> {
                Set<Long> missing = new TreeSet<>(wanted);
                missing.removeAll(letters);
                if (!missing.isEmpty()) {
                    throw new IllegalArgumentException("no dead letter is at " + missing);
                }
                yield wanted;
            }
        };
    }
}

package io.paymentsengine.operator;

import java.util.stream.Collectors;

/// What somebody sent, as it can be shown on a terminal: nothing in it moves the cursor, forges a line
/// or turns the reading direction round.
final class Printable {

    private Printable() {}

    /// The text, with everything that isn't a visible character written as its number.
    static String of(String text) {
        return text.codePoints().mapToObj(Printable::of).collect(Collectors.joining());
    }

    private static String of(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED ->
                    "\\u{%x}".formatted(character);
            default -> Character.toString(character);
        };
    }
}

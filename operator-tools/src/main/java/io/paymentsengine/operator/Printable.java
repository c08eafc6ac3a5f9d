package io.paymentsengine.operator;

import java.util.stream.Collectors;

/// Makes received text safe to print on a terminal: nothing in it can move the cursor, forge a line
/// or reverse the reading direction.
final class Printable {

    private Printable() {}

    /// The text, with control characters and other invisible ones replaced by their code points.
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

package io.paymentsengine.contracts;

/// A topic: its name (owner.kind.version) and the family of messages it carries.
public record Topic<M extends Message>(String name, Class<M> family) {

    private static final String DEAD_LETTER_SUFFIX = ".dlt";

    /// Where messages of this topic go that can't be read or handled.
    public String deadLetters() {
        return deadLettersOf(name);
    }

    /// Where messages of the topic with this name go that can't be read or handled.
    public static String deadLettersOf(String name) {
        return name + DEAD_LETTER_SUFFIX;
    }
}

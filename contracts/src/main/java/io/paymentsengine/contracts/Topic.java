package io.paymentsengine.contracts;

/// A Kafka topic: its name (owner.kind.version) and the family of messages it carries.
public record Topic<M extends Message>(String name, Class<M> family) {

    private static final String DEAD_LETTER_SUFFIX = ".dlt";

    /// The topic that receives messages of this topic that can't be read or handled.
    public String deadLetters() {
        return deadLettersOf(name);
    }

    /// The topic that receives messages of the named topic that can't be read or handled.
    public static String deadLettersOf(String name) {
        return name + DEAD_LETTER_SUFFIX;
    }
}

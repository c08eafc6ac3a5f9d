package io.paymentsengine.saga.domain;

/// The result of an input.
///
/// @param instance the saga afterwards
/// @param verdict whether the saga moved, and whether its message has to be sent
/// @param detail a description of the result, for people
public record Transition(Instance instance, Verdict verdict, String detail) {

    /// Whether the saga moved, and whether the message of its state has to be sent.
    public enum Verdict {

        /// The saga has moved to another state and sends its message.
        MOVED,

        /// The saga stays in its state and sends its message again, which is harmless.
        RESENT,

        /// The saga stays in its state and sends nothing.
        UNCHANGED
    }

    boolean moved() {
        return verdict == Verdict.MOVED;
    }

    /// Whether the message of the state has to be sent.
    public boolean mustSend() {
        return verdict != Verdict.UNCHANGED;
    }
}

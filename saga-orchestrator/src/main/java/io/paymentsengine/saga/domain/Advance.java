package io.paymentsengine.saga.domain;

/// What an input made of a saga.
///
/// @param instance the saga after it
/// @param verdict whether it moved, and whether it speaks
/// @param detail what came of the input, for people
public record Advance(Instance instance, Verdict verdict, String detail) {

    /// Whether a saga moved, and whether it says what its state says.
    public enum Verdict {

        /// It stands somewhere else and says so.
        MOVED,

        /// It stands where it stood and says so again, which is harmless.
        SPOKE_AGAIN,

        /// It stands where it stood and says nothing.
        STOOD_STILL
    }

    boolean moved() {
        return verdict == Verdict.MOVED;
    }

    /// Whether what the state says has to be sent.
    public boolean speaks() {
        return verdict != Verdict.STOOD_STILL;
    }
}

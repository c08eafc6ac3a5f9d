package io.paymentsengine.simulation.messaging;

/// What a worker does by itself, one transaction after the other.
public interface Work {

    /// Whether there is anything to do.
    boolean isDue();

    /// What comes before the transaction.
    ///
    /// @return whether that was all for now
    default boolean prepare() {
        return false;
    }

    /// The transaction.
    void transact();

    /// It is on disk.
    default void committed() {}

    /// The process that committed it is still alive.
    default void survived() {}

    /// It was undone, but the process lives.
    default void undone() {
        forget();
    }

    /// The process has lost all that it had in memory.
    default void forget() {}
}

package io.paymentsengine.simulation.messaging;

/// Work that a worker does of its own accord, one transaction after the other.
public interface Work {

    /// Whether there is anything to do.
    boolean isDue();

    /// Does what comes before the transaction.
    ///
    /// @return whether that was all for now
    default boolean prepare() {
        return false;
    }

    /// Does the work of the transaction.
    void transact();

    /// Called when the transaction is on disk.
    default void committed() {}

    /// Called when the process that committed the transaction is still alive.
    default void survived() {}

    /// Called when the transaction was rolled back and the process is still alive.
    default void undone() {
        forget();
    }

    /// Called when the process has lost everything it had in memory.
    default void forget() {}
}

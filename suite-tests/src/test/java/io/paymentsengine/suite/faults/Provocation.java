package io.paymentsengine.suite.faults;

/// What a test does in addition to running payments, so that a boundary is passed.
interface Provocation {

    /// Called before the halt is requested.
    default void prepare() {}

    /// Called repeatedly until the service is halted. A missing answer of the service is not an error.
    default void provoke() {}

    /// Called while the service is halted.
    default void undo() {}

    /// Called when the service is back, to complete what was begun.
    default void conclude() {}
}

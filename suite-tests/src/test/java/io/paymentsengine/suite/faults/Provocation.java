package io.paymentsengine.suite.faults;

/// What a test does besides letting payments run, so that a boundary is passed.
interface Provocation {

    /// Before the halt is ordered.
    default void prepare() {}

    /// Again and again until the service is halted. What the service doesn't answer is nobody's fault.
    default void provoke() {}

    /// While the service lies there halted.
    default void undo() {}

    /// When it is back: what was begun is brought to its end.
    default void conclude() {}
}

package io.paymentsengine.saga.domain;

import java.time.Instant;

/// Where a saga stands, and with it what it says: a running one asks for its step, a compensating one
/// asks to undo it, an ended one tells its outcome. Saying it again is always harmless.
public sealed interface State {

    /// There are moves left.
    sealed interface Open extends State {

        /// The step whose answer is awaited.
        Step step();
    }

    /// Forward: the step was asked for and has perhaps happened.
    record Running(Step step) implements Open {}

    /// Backward: undoing the step was asked for; when nothing is left to undo, it ends so.
    record Compensating(Step step, Outcome.Undone becoming) implements Open {}

    /// There are no moves left, ever.
    record Ended(Outcome outcome, Instant at) implements State {}
}

package io.paymentsengine.saga.domain;

import java.time.Instant;

/// The state of a saga, which determines the message that it sends: a running saga requests its step, a
/// compensating one requests its undo, an ended one reports its outcome. Repeating a message is always
/// harmless.
public sealed interface State {

    /// The saga can still move.
    sealed interface Open extends State {

        /// The step whose answer is awaited.
        Step step();
    }

    /// Going forward: the step was requested and may have been done.
    record Running(Step step) implements Open {}

    /// Going backward: the undo of the step was requested. Once nothing is left to undo, the saga ends with
    /// this outcome.
    record Compensating(Step step, Outcome.Undone becoming) implements Open {}

    /// The saga can never move again.
    record Ended(Outcome outcome, Instant at) implements State {}
}

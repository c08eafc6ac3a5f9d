package io.paymentsengine.saga.domain;

import io.paymentsengine.contracts.vocabulary.RejectionReason;
import java.util.Optional;

/// What can happen to a saga.
public sealed interface Input {

    /// It was started, again.
    record Started() implements Input {}

    /// The client wants it undone.
    record CancelRequested() implements Input {}

    /// A participant answered about a step.
    sealed interface Reply extends Input {

        Step step();
    }

    /// The step has happened. Validation also brings the accounts that it found.
    record Done(Step step, Optional<AccountPair> accounts) implements Reply {

        public Done(Step step) {
            this(step, Optional.empty());
        }
    }

    /// The step has not happened, and will not.
    record Refused(Step step, RejectionReason reason) implements Reply {}

    /// Nothing is left of the step, and nothing will be.
    record Undone(Step step) implements Reply {}

    /// The current step has not been answered in time.
    record StepDeadlinePassed() implements Input {}

    /// The saga has not ended in time.
    record SagaDeadlinePassed() implements Input {}

    /// The saga has not moved for so long that a person should look.
    record AttentionDeadlinePassed() implements Input {}

    /// An operator wants the current step asked for again, now.
    record Retry() implements Input {}

    /// An operator wants it undone.
    record Compensate() implements Input {}
}

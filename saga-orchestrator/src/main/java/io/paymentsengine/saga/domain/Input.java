package io.paymentsengine.saga.domain;

import io.paymentsengine.contracts.vocabulary.RejectionReason;
import java.util.Optional;

/// An event that can happen to a saga.
public sealed interface Input {

    /// A start command came for a saga that already exists.
    record Started() implements Input {}

    /// The client requests cancellation.
    record CancelRequested() implements Input {}

    /// A participant's reply about a step.
    sealed interface Reply extends Input {

        Step step();
    }

    /// The step has been done. Validation also returns the accounts that it resolved.
    record Done(Step step, Optional<AccountPair> accounts) implements Reply {

        public Done(Step step) {
            this(step, Optional.empty());
        }
    }

    /// The step has not been done and will not be.
    record Refused(Step step, RejectionReason reason) implements Reply {}

    /// Nothing is left of the step, and it can't be done any more.
    record Undone(Step step) implements Reply {}

    /// The current step was not answered in time.
    record StepDeadlinePassed() implements Input {}

    /// The saga did not end in time.
    record SagaDeadlinePassed() implements Input {}

    /// The saga has not moved for so long that a person should look.
    record AttentionDeadlinePassed() implements Input {}

    /// An operator wants the current step to be requested again, now.
    record Retry() implements Input {}

    /// An operator wants the saga to be undone.
    record Compensate() implements Input {}
}

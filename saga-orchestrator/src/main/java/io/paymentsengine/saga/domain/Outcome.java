package io.paymentsengine.saga.domain;

import io.paymentsengine.contracts.vocabulary.RejectionReason;
import java.util.Optional;

/// How a saga ends.
public sealed interface Outcome {

    /// Every step is done.
    record Completed() implements Outcome {}

    /// Nothing is left of what was done.
    sealed interface Undone extends Outcome {}

    /// It was refused, or took too long.
    record Rejected(RejectionReason reason) implements Undone {}

    /// The client took it back.
    record Cancelled() implements Undone {}

    /// Why it was refused, if it was.
    default Optional<RejectionReason> rejection() {
        return switch (this) {
            case Rejected(var reason) -> Optional.of(reason);
            case Completed _, Cancelled _ -> Optional.empty();
        };
    }

    /// The outcome as the journal and people call it.
    default String word() {
        return switch (this) {
            case Completed _ -> "COMPLETED";
            case Rejected _ -> "REJECTED";
            case Cancelled _ -> "CANCELLED";
        };
    }
}

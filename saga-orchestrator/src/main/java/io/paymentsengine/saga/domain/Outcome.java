package io.paymentsengine.saga.domain;

import io.paymentsengine.contracts.vocabulary.RejectionReason;
import java.util.Optional;

/// How a saga ends.
public sealed interface Outcome {

    /// Every step has been done.
    record Completed() implements Outcome {}

    /// Nothing is left of what had been done.
    sealed interface Undone extends Outcome {}

    /// The payment was refused, or took too long, or was stopped by an operator.
    record Rejected(RejectionReason reason) implements Undone {}

    /// The client cancelled the payment.
    record Cancelled() implements Undone {}

    /// Returns the reason for a rejection, or empty for any other outcome.
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

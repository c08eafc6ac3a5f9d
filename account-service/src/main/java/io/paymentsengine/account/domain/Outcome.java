package io.paymentsengine.account.domain;

import io.paymentsengine.contracts.vocabulary.RejectionReason;

/// The outcome of one command about a payment's money.
public sealed interface Outcome {

    /// The amount is reserved.
    record Reserved() implements Outcome {}

    /// The amount could not be reserved.
    record ReservationRefused(RejectionReason reason) implements Outcome {}

    /// The money has moved.
    record Settled() implements Outcome {}

    /// The money has not moved; the reservation still stands.
    record SettlementRefused(RejectionReason reason) implements Outcome {}

    /// Nothing is held, and nothing will be.
    record Released() implements Outcome {}

    /// A command that no correct sender sends: nothing was done, and there is no answer.
    ///
    /// @param reason a stable code for programs
    /// @param detail a sentence for humans
    record Senseless(String reason, String detail) implements Outcome {}
}

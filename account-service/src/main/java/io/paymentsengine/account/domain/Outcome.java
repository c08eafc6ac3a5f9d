package io.paymentsengine.account.domain;

import io.paymentsengine.contracts.vocabulary.RejectionReason;

/// What came of one command about a payment's money.
public sealed interface Outcome {

    /// The amount is set aside.
    record Reserved() implements Outcome {}

    /// The amount could not be set aside.
    record ReservationRefused(RejectionReason reason) implements Outcome {}

    /// The money has moved.
    record Settled() implements Outcome {}

    /// The money has not moved; what was reserved still is.
    record SettlementRefused(RejectionReason reason) implements Outcome {}

    /// Nothing is held, and nothing will be.
    record Released() implements Outcome {}

    /// No honest sender says this: nothing was done, and there is no answer.
    ///
    /// @param reason a stable word for programs
    /// @param detail a sentence for people
    record Senseless(String reason, String detail) implements Outcome {}
}

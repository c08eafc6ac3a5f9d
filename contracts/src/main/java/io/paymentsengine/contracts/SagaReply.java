package io.paymentsengine.contracts;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.RejectionReason;

/// Replies of the saga's participants to saga-orchestrator, on [Topics#SAGA_REPLIES].
public sealed interface SagaReply extends Message {

    /// The payment may be made, between these accounts.
    record PaymentValidated(PaymentId paymentId, AccountId debtor, AccountId creditor)
            implements SagaReply {}

    /// The payment may not be made.
    record PaymentDeclined(PaymentId paymentId, RejectionReason reason) implements SagaReply {}

    /// The amount is reserved.
    record FundsReserved(PaymentId paymentId) implements SagaReply {}

    /// The amount could not be reserved; nothing is held.
    record ReservationRefused(PaymentId paymentId, RejectionReason reason) implements SagaReply {}

    /// The money has moved.
    record PaymentSettled(PaymentId paymentId) implements SagaReply {}

    /// The money has not moved; the reservation still stands.
    record SettlementRefused(PaymentId paymentId, RejectionReason reason) implements SagaReply {}

    /// Nothing is held for the payment, and nothing will be.
    record FundsReleased(PaymentId paymentId) implements SagaReply {}
}

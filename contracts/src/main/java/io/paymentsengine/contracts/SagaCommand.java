package io.paymentsengine.contracts;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import java.time.Instant;

/// Commands from payment-service to saga-orchestrator, on [Topics#SAGA_COMMANDS].
public sealed interface SagaCommand extends Message {

    /// Run the saga of an accepted payment. `requestedAt` is when the payment was accepted.
    record StartPayment(
            PaymentId paymentId,
            AccountReference debtor,
            AccountReference creditor,
            Money amount,
            String reference,
            Instant requestedAt)
            implements SagaCommand {}

    /// Undo the payment if that is still possible; otherwise do nothing.
    record CancelPayment(PaymentId paymentId, Instant requestedAt) implements SagaCommand {}
}

package io.paymentsengine.contracts;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import java.time.Instant;

/// What payment-service asks of saga-orchestrator, on [Topics#SAGA_COMMANDS].
public sealed interface SagaCommand extends Message {

    /// Take an accepted payment through the saga. `requestedAt` is when it was accepted.
    record StartPayment(
            PaymentId paymentId,
            AccountReference debtor,
            AccountReference creditor,
            Money amount,
            String reference,
            Instant requestedAt)
            implements SagaCommand {}

    /// Undo the payment if that is still possible; otherwise nothing happens.
    record CancelPayment(PaymentId paymentId, Instant requestedAt) implements SagaCommand {}
}

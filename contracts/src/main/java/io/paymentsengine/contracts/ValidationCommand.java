package io.paymentsengine.contracts;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import java.time.Instant;

/// Commands from saga-orchestrator to validation-service, on [Topics#VALIDATION_COMMANDS].
public sealed interface ValidationCommand extends Message {

    /// Decide whether a payment may be made. `requestedAt` is when the client's request was accepted.
    record ValidatePayment(
            PaymentId paymentId,
            AccountReference debtor,
            AccountReference creditor,
            Money amount,
            String reference,
            Instant requestedAt)
            implements ValidationCommand {}
}

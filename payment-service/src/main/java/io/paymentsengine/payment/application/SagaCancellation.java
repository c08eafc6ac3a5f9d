package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.SagaCommand.CancelPayment;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.platform.messaging.Outgoing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Builds the command that cancels a payment's saga.
final class SagaCancellation {

    private SagaCancellation() {}

    /// @param requestedAt when the client requested the cancellation
    /// @param traceParent W3C trace context of the client's request, if known
    static Outgoing of(
            Payment.Accepted payment, Instant requestedAt, @Nullable String traceParent) {
        return new Outgoing(
                payment.tenant(), new CancelPayment(payment.id(), requestedAt), traceParent);
    }
}

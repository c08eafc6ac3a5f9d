package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.SagaCommand.CancelPayment;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.platform.messaging.Outgoing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The command that cancels a payment's saga.
final class SagaCancellation {

    private SagaCancellation() {}

    /// @param requestedAt when the client took the payment back
    /// @param traceParent the W3C trace context of the client's request, where known
    static Outgoing of(
            Payment.Accepted payment, Instant requestedAt, @Nullable String traceParent) {
        return new Outgoing(
                payment.tenant(), new CancelPayment(payment.id(), requestedAt), traceParent);
    }
}

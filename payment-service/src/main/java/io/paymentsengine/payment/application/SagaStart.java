package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.SagaCommand.StartPayment;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.payment.domain.Transfer;
import io.paymentsengine.platform.messaging.Outgoing;
import org.jspecify.annotations.Nullable;

/// Builds the command that starts a payment's saga.
final class SagaStart {

    private SagaStart() {}

    /// @param traceParent W3C trace context of the payment's request, if known
    static Outgoing of(Payment.Accepted payment, @Nullable String traceParent) {
        Transfer transfer = payment.transfer();
        return new Outgoing(
                payment.tenant(),
                new StartPayment(
                        payment.id(),
                        transfer.debtor(),
                        transfer.creditor(),
                        transfer.amount(),
                        transfer.reference(),
                        payment.createdAt()),
                traceParent);
    }
}

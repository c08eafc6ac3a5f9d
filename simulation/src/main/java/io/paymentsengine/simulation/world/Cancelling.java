package io.paymentsengine.simulation.world;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.application.CancelPayment;
import io.paymentsengine.simulation.messaging.Work;
import java.util.ArrayDeque;
import java.util.Deque;

/// Cancels payments, one at a time.
final class Cancelling implements Work {

    private final CancelPayment cancelPayment;
    private final Clients clients;
    private final Deque<Cancellation> waiting = new ArrayDeque<>();

    /// A tenant's cancellation request for a payment.
    ///
    /// @param own whether the payment belongs to that tenant
    record Cancellation(TenantId tenant, PaymentId payment, boolean own) {}

    Cancelling(CancelPayment cancelPayment, Clients clients) {
        this.cancelPayment = cancelPayment;
        this.clients = clients;
    }

    void post(Cancellation cancellation) {
        waiting.add(cancellation);
    }

    @Override
    public boolean isDue() {
        return !waiting.isEmpty();
    }

    @Override
    public void transact() {
        Cancellation cancellation = waiting.getFirst();
        clients.answered(
                cancellation, cancelPayment.cancel(cancellation.tenant(), cancellation.payment()));
    }

    @Override
    public void survived() {
        waiting.remove();
    }

    @Override
    public void undone() {
        // The request stays in the queue and is handled again.
    }

    @Override
    public void forget() {
        waiting.clear();
    }
}

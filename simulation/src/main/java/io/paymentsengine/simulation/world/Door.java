package io.paymentsengine.simulation.world;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.payment.application.AcceptPayments;
import io.paymentsengine.payment.application.NewPayment;
import io.paymentsengine.payment.application.RequestPayment.Outcome;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.simulation.fate.Blow;
import io.paymentsengine.simulation.fate.Breach;
import io.paymentsengine.simulation.fate.Fate;
import io.paymentsengine.simulation.messaging.Work;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The `web` package of one replica of payment-service, its street door: requests wait here, a group of them
/// is accepted in one transaction, and each client gets its answer if the process survives the transaction.
final class Door implements Work {

    private static final int GROUP_MAX = 10;

    private final AcceptPayments acceptPayments;
    private final Supplier<PaymentId> ids;
    private final Clients clients;
    private final Fate fate;
    private final Set<Breach> breaches;
    private final Deque<Order> waiting = new ArrayDeque<>();
    private final List<Order> group = new ArrayList<>();
    private List<Outcome> outcomes = List.of();

    Door(
            AcceptPayments acceptPayments,
            Supplier<PaymentId> ids,
            Clients clients,
            Fate fate,
            Set<Breach> breaches) {
        this.acceptPayments = acceptPayments;
        this.ids = ids;
        this.clients = clients;
        this.fate = fate;
        this.breaches = breaches;
    }

    void post(Order order) {
        waiting.add(order);
    }

    @Override
    public boolean isDue() {
        return !waiting.isEmpty();
    }

    @Override
    public void transact() {
        int size = 1 + fate.below(Math.min(waiting.size(), GROUP_MAX));
        while (group.size() < size) {
            group.add(waiting.remove());
        }
        List<NewPayment> requested = newPayments();
        outcomes = acceptPayments.accept(requested);
        if (fate.strikes(Blow.UNSURE)) {
            acceptAgain(breaches.contains(Breach.IDS_MADE_ANEW) ? newPayments() : requested);
        }
        if (breaches.contains(Breach.ANSWERS_MIXED_UP)) {
            outcomes = outcomes.reversed();
        }
        if (breaches.contains(Breach.ANSWERED_BEFORE_COMMIT)) {
            survived();
        }
    }

    @Override
    public void survived() {
        for (int at = 0; at < group.size(); at++) {
            clients.answered(group.get(at), outcomes.get(at));
        }
        group.clear();
    }

    @Override
    public void undone() {
        group.forEach(clients::unanswered);
        group.clear();
    }

    @Override
    public void forget() {
        undone();
        waiting.forEach(clients::unanswered);
        waiting.clear();
    }

    private void acceptAgain(List<NewPayment> requested) {
        List<Outcome> again = acceptPayments.accept(requested);
        if (!again.equals(outcomes)) {
            clients.answeredOtherwise(outcomes, again);
        }
    }

    private List<NewPayment> newPayments() {
        return group.stream().map(this::newPayment).toList();
    }

    private NewPayment newPayment(Order order) {
        return new NewPayment(
                new Payment.Accepted(order.tenant(), ids.get(), order.transfer()),
                order.key(),
                Optional.empty());
    }
}

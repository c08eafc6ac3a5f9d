package io.paymentsengine.simulation.world;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.application.CancelPayment;
import io.paymentsengine.payment.application.RequestKey;
import io.paymentsengine.payment.application.RequestPayment.Outcome;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.payment.domain.Transfer;
import io.paymentsengine.simulation.fate.Blow;
import io.paymentsengine.simulation.fate.Fate;
import io.paymentsengine.simulation.fate.Promise;
import io.paymentsengine.simulation.messaging.Finding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All clients of all tenants. They remember the answers they got. A client that gets no answer and has an
/// idempotency key repeats its request; some repeat a request although it was answered, cancel a payment, or
/// try to cancel another tenant's.
final class Clients {

    private final List<TenantId> tenants;
    private final Town town;
    private final Fate fate;
    private final List<Door> doors = new ArrayList<>();
    private final List<Cancelling> cancellings = new ArrayList<>();
    private final Deque<Order> again = new ArrayDeque<>();
    private final Map<RequestKey, PaymentId> answers = new HashMap<>();
    private final Map<RequestKey, Set<Transfer>> askedFor = new HashMap<>();
    private final Map<PaymentId, Order> accepted = new LinkedHashMap<>();
    private final Set<PaymentId> takenBack = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private int left;
    private int asked;

    Clients(List<TenantId> tenants, Town town, Fate fate) {
        this.tenants = tenants;
        this.town = town;
        this.fate = fate;
    }

    void use(Door door, Cancelling cancelling) {
        doors.add(door);
        cancellings.add(cancelling);
    }

    /// Starts over with this many payments to request.
    void reset(int payments) {
        again.clear();
        answers.clear();
        askedFor.clear();
        accepted.clear();
        takenBack.clear();
        findings.clear();
        left = payments;
        asked = 0;
    }

    boolean wantMore() {
        return left > 0 || !again.isEmpty();
    }

    /// One of the clients requests a payment.
    void ask() {
        Order order = again.isEmpty() ? anyOrder() : again.remove();
        keyOf(order)
                .ifPresent(
                        key ->
                                askedFor.computeIfAbsent(key, _ -> new HashSet<>())
                                        .add(order.transfer()));
        fate.oneOf(doors).post(order);
    }

    /// A client requests the cancellation of its payment.
    void takeBack(Payment payment) {
        takenBack.add(payment.id());
        fate.oneOf(cancellings)
                .post(new Cancelling.Cancellation(payment.tenant(), payment.id(), true));
    }

    /// A client requests the cancellation of another tenant's payment.
    void trespass(Payment payment) {
        TenantId other = tenants.get((tenants.indexOf(payment.tenant()) + 1) % tenants.size());
        fate.oneOf(cancellings).post(new Cancelling.Cancellation(other, payment.id(), false));
    }

    /// A request was answered.
    void answered(Order order, Outcome outcome) {
        switch (outcome) {
            case Outcome.Accepted(var payment, _) -> promised(order, payment);
            case Outcome.Repeated(var payment, _) -> promised(order, payment);
            case Outcome.KeyTaken _ -> refused(order);
            case Outcome.InFlight _, Outcome.Congested _ -> again.add(order);
        }
        if (fate.strikes(Blow.IMPATIENCE) && order.key().isPresent()) {
            boolean same = fate.below(3) > 0;
            again.add(
                    same
                            ? order
                            : new Order(
                                    order.tenant(), order.key(), town.anyTransfer(order.tenant())));
        }
    }

    /// A request was not answered.
    void unanswered(Order order) {
        if (order.key().isPresent()) {
            again.add(order);
        }
    }

    /// A cancellation request was answered.
    void answered(Cancelling.Cancellation cancellation, CancelPayment.Outcome outcome) {
        boolean unknown = outcome instanceof CancelPayment.Outcome.Unknown;
        if (unknown == cancellation.own()) {
            findings.add(
                    Finding.about(
                            cancellation.own()
                                    ? Promise.OWNERS_FIND
                                    : Promise.STRANGERS_FIND_NOTHING,
                            cancellation.payment(),
                            cancellation + " got " + outcome));
        }
    }

    /// Repeated requests were answered differently from before.
    void answeredOtherwise(List<Outcome> before, List<Outcome> again) {
        findings.add(
                Finding.of(
                        Promise.GROUPS_ARE_REPEATABLE,
                        "a repeated group got %s instead of %s".formatted(again, before)));
    }

    /// The payments that clients were promised, with the requests that they belong to.
    Map<PaymentId, Order> accepted() {
        return accepted;
    }

    /// Whether its own tenant requested the cancellation of the payment.
    boolean tookBack(PaymentId payment) {
        return takenBack.contains(payment);
    }

    Collection<Finding> findings() {
        return findings;
    }

    /// All tenants use the same keys.
    private Order anyOrder() {
        left--;
        int number = asked++;
        TenantId tenant = tenants.get(number % tenants.size());
        Optional<String> key =
                fate.below(4) < 3
                        ? Optional.of("key-" + number / tenants.size())
                        : Optional.empty();
        return new Order(tenant, key, town.anyTransfer(tenant));
    }

    private void promised(Order order, Payment payment) {
        PaymentId id = payment.id();
        accepted.putIfAbsent(id, order);
        if (!payment.tenant().equals(order.tenant())
                || !payment.transfer().equals(order.transfer())) {
            findings.add(
                    Finding.about(Promise.ANSWERS_FIT, id, "is not what was requested: " + order));
        }
        keyOf(order)
                .map(key -> answers.putIfAbsent(key, id))
                .filter(other -> !other.equals(id))
                .ifPresent(
                        other ->
                                findings.add(
                                        Finding.about(
                                                Promise.KEYS_GIVE_ONE_PAYMENT,
                                                id,
                                                "has the same key as payment " + other)));
    }

    private void refused(Order order) {
        if (keyOf(order)
                .filter(key -> askedFor.getOrDefault(key, Set.of()).size() == 1)
                .isPresent()) {
            findings.add(
                    Finding.of(
                            Promise.KEYS_ARE_A_TENANTS_OWN,
                            "a key used for nothing else was refused as taken: " + order));
        }
        PaymentId holder = keyOf(order).map(answers::get).orElse(null);
        if (holder != null && order.transfer().equals(transferOf(holder))) {
            findings.add(
                    Finding.about(
                            Promise.KEYS_ARE_REPEATABLE,
                            holder,
                            "was not returned to a repeated request with its key"));
        }
    }

    private static Optional<RequestKey> keyOf(Order order) {
        return order.key().map(key -> new RequestKey(order.tenant(), key));
    }

    private Object transferOf(PaymentId payment) {
        Order order = accepted.get(payment);
        return order == null ? "nothing" : order.transfer();
    }
}

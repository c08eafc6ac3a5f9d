package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.payment.application.RequestPayment.Outcome;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.platform.messaging.Outbox;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Accepts payments that were requested at the same time: one transaction stores them together with the
/// commands that start their sagas. The database decides which idempotency key is new, so replicas need not
/// know of each other.
@Service
public class AcceptPayments {

    private final Payments payments;
    private final Outbox outbox;

    AcceptPayments(Payments payments, Outbox outbox) {
        this.payments = payments;
        this.outbox = outbox;
    }

    /// Accepts a group of payments of any tenants and returns the outcomes in the same order.
    @Transactional
    public List<Outcome> accept(List<NewPayment> group) {
        Set<PaymentId> stored = new HashSet<>(payments.addAll(group));
        Map<RequestKey, Payment.Accepted> first = firstOf(group, stored);
        List<NewPayment> freed = freed(group, stored, first);
        if (!freed.isEmpty()) {
            stored.addAll(payments.addAll(freed));
            first.putAll(firstOf(freed, stored));
        }
        return outcomes(group, stored, first);
    }

    private List<Outcome> outcomes(
            List<NewPayment> group,
            Set<PaymentId> stored,
            Map<RequestKey, Payment.Accepted> first) {
        Set<PaymentId> storedBefore = storedBefore(group, stored);
        outbox.addAll(
                group.stream()
                        .filter(each -> stored.contains(each.payment().id()))
                        .map(each -> SagaStart.of(each.payment(), each.traceParent().orElse(null)))
                        .toList());
        return group.stream()
                .map(
                        each ->
                                stored.contains(each.payment().id())
                                                || storedBefore.contains(each.payment().id())
                                        ? new Outcome.Accepted(each.payment(), false)
                                        : repeat(each, first))
                .toList();
    }

    /// Payments of the group that an earlier attempt has already stored: a group may be submitted again
    /// although its first commit succeeded. They count as accepted, not as repeats.
    private Set<PaymentId> storedBefore(List<NewPayment> group, Set<PaymentId> stored) {
        Set<PaymentKey> absent =
                group.stream()
                        .map(NewPayment::payment)
                        .filter(each -> !stored.contains(each.id()))
                        .map(each -> new PaymentKey(each.tenant(), each.id()))
                        .collect(Collectors.toSet());
        return absent.isEmpty()
                ? Set.of()
                : payments.findAll(absent).keySet().stream()
                        .map(PaymentKey::id)
                        .collect(Collectors.toSet());
    }

    /// Payments that were refused for a key that has been forgotten in the meantime. Their keys are free again,
    /// so they are inserted once more.
    private static List<NewPayment> freed(
            List<NewPayment> group,
            Set<PaymentId> stored,
            Map<RequestKey, Payment.Accepted> first) {
        return group.stream()
                .filter(each -> !stored.contains(each.payment().id()))
                .filter(
                        each ->
                                each.requestKey()
                                        .filter(key -> !first.containsKey(key))
                                        .isPresent())
                .toList();
    }

    private Map<RequestKey, Payment.Accepted> firstOf(
            List<NewPayment> group, Set<PaymentId> stored) {
        List<RequestKey> used =
                group.stream()
                        .filter(each -> !stored.contains(each.payment().id()))
                        .map(NewPayment::requestKey)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList();
        return new HashMap<>(used.isEmpty() ? Map.of() : payments.findByRequestKeys(used));
    }

    private static Outcome repeat(NewPayment again, Map<RequestKey, Payment.Accepted> first) {
        Payment.Accepted earlier =
                again.requestKey()
                        .map(first::get)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "neither stored nor repeated: "
                                                        + again.payment().id()));
        return again.repeats(earlier);
    }
}

package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.payment.domain.Transfer;
import io.paymentsengine.platform.ids.Ids;
import io.paymentsengine.platform.telemetry.TraceParent;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/// Requests a payment. What this accepts is on disk and will end.
@Service
public class RequestPayment {

    private final AcceptQueue queue;
    private final Backlog backlog;
    private final TurnAway turnAway;
    private final AwaitEnd awaitEnd;
    private final PaymentMeters meters;
    private final Set<RequestKey> inFlight = ConcurrentHashMap.newKeySet();

    RequestPayment(
            AcceptQueue queue,
            Backlog backlog,
            TurnAway turnAway,
            AwaitEnd awaitEnd,
            PaymentMeters meters) {
        this.queue = queue;
        this.backlog = backlog;
        this.turnAway = turnAway;
        this.awaitEnd = awaitEnd;
        this.meters = meters;
    }

    /// What is requested.
    ///
    /// @param key what makes repeats of the request one request, where the client sent one
    /// @param patience how long the client would wait for the payment's end; zero: not at all
    public record Request(
            TenantId tenant, Optional<String> key, Transfer transfer, Duration patience) {}

    /// What came of a request.
    public sealed interface Outcome {

        /// A new payment, which has ended if it did so within the client's patience.
        ///
        /// @param waited whether it was waited for at all
        record Accepted(Payment payment, boolean waited) implements Outcome {}

        /// The payment that an earlier request with this key made: as it was accepted, or if this
        /// client waited for its end, as it ended.
        ///
        /// @param waited whether it was waited for at all
        record Repeated(Payment payment, boolean waited) implements Outcome {}

        /// The key belongs to a request for something else.
        record KeyTaken() implements Outcome {}

        /// The first request with this key has no answer yet.
        record InFlight() implements Outcome {}

        /// Its tenant has as many payments on their way, or waiting to be accepted, as it may have. Nothing
        /// was stored.
        record Congested(TenantId tenant) implements Outcome {}
    }

    /// Requests one payment, and waits for its end as long as the client would.
    public Outcome request(Request request) {
        PaymentId id = new PaymentId(Ids.next());
        if (!request.patience().isPositive()) {
            return accept(newPayment(id, request));
        }
        return accept(newPayment(id, request), request.patience());
    }

    /// Requests several payments of one tenant at once and waits for none of their ends: the outcomes are in
    /// the same order. Each is as if it were requested alone; one that repeats another of them is its repeat.
    public List<Outcome> requestAll(List<Request> requests) {
        List<NewPayment> all =
                requests.stream()
                        .map(request -> newPayment(new PaymentId(Ids.next()), request))
                        .toList();
        Set<RequestKey> ours = new HashSet<>();
        all.stream()
                .flatMap(each -> each.requestKey().stream())
                .filter(inFlight::add)
                .forEach(ours::add);
        try {
            return commitAll(all, ours);
        } finally {
            inFlight.removeAll(ours);
        }
    }

    /// @param ours the keys that no other request is using now
    private List<Outcome> commitAll(List<NewPayment> all, Set<RequestKey> ours) {
        Predicate<NewPayment> free = each -> each.requestKey().map(ours::contains).orElse(true);
        List<NewPayment> mine = all.stream().filter(free).toList();
        Iterator<Outcome> committed = commit(mine).iterator();
        return counted(
                all.stream()
                        .map(each -> free.test(each) ? committed.next() : new Outcome.InFlight())
                        .toList());
    }

    /// All of one tenant, which may become full between this look and the commit: its bound is as loose as its
    /// count is old.
    private List<Outcome> commit(List<NewPayment> payments) {
        if (payments.isEmpty()) {
            return List.of();
        }
        TenantId tenant = payments.getFirst().payment().tenant();
        return backlog.isFull(tenant)
                ? turnAway.answer(payments)
                : queue.submit(tenant, payments).orElseGet(() -> turnAway.answer(payments));
    }

    private Outcome accept(NewPayment requested, Duration patience) {
        return switch (acceptAndWait(requested, patience)) {
            case Outcome.Repeated(var payment, _) -> repeated(payment, patience);
            case Outcome.Accepted accepted -> accepted;
            case Outcome.KeyTaken taken -> taken;
            case Outcome.InFlight first -> first;
            case Outcome.Congested full -> full;
        };
    }

    /// Whoever waits has a place before the payment is stored, so that its end can't be missed, and gives it
    /// back where nothing was: a repeat waits for another payment.
    private Outcome acceptAndWait(NewPayment requested, Duration patience) {
        try (AwaitEnd.Wait wait = awaitEnd.of(keyOf(requested.payment()))) {
            Outcome outcome = accept(requested);
            return outcome instanceof Outcome.Accepted(var payment, _)
                    ? new Outcome.Accepted(wait.forEndOf(payment, patience), wait.hasPlace())
                    : outcome;
        }
    }

    /// The payment of an earlier request may have ended long ago.
    private Outcome repeated(Payment payment, Duration patience) {
        try (AwaitEnd.Wait wait = awaitEnd.of(keyOf(payment))) {
            Payment now = wait.forEndOf(wait.look(payment), patience);
            return new Outcome.Repeated(now, wait.hasPlace());
        }
    }

    private static PaymentKey keyOf(Payment payment) {
        return new PaymentKey(payment.tenant(), payment.id());
    }

    private static NewPayment newPayment(PaymentId id, Request request) {
        return new NewPayment(
                new Payment.Accepted(request.tenant(), id, request.transfer()),
                request.key(),
                TraceParent.current().map(TraceParent::header));
    }

    private Outcome accept(NewPayment payment) {
        return payment.requestKey()
                .map(key -> acceptOnce(key, payment))
                .orElseGet(() -> commit(payment));
    }

    private Outcome acceptOnce(RequestKey key, NewPayment payment) {
        if (!inFlight.add(key)) {
            return new Outcome.InFlight();
        }
        try {
            return commit(payment);
        } finally {
            inFlight.remove(key);
        }
    }

    private Outcome commit(NewPayment payment) {
        return counted(commit(List.of(payment))).getFirst();
    }

    private List<Outcome> counted(List<Outcome> outcomes) {
        meters.accepted(
                outcomes.stream()
                        .filter(Outcome.Accepted.class::isInstance)
                        .map(Outcome.Accepted.class::cast)
                        .map(Outcome.Accepted::payment)
                        .toList());
        outcomes.stream()
                .filter(Outcome.Congested.class::isInstance)
                .map(Outcome.Congested.class::cast)
                .forEach(refused -> meters.refused(refused.tenant()));
        return outcomes;
    }
}

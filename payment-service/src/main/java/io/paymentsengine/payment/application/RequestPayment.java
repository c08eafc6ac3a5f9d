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

/// Requests payments. A payment that this accepts is on disk and will end.
@Service
public class RequestPayment {

    private final AcceptQueue queue;
    private final Backlog backlog;
    private final RefuseCongested refuseCongested;
    private final AwaitEnd awaitEnd;
    private final PaymentMeters meters;
    private final Set<RequestKey> inFlight = ConcurrentHashMap.newKeySet();

    RequestPayment(
            AcceptQueue queue,
            Backlog backlog,
            RefuseCongested refuseCongested,
            AwaitEnd awaitEnd,
            PaymentMeters meters) {
        this.queue = queue;
        this.backlog = backlog;
        this.refuseCongested = refuseCongested;
        this.awaitEnd = awaitEnd;
        this.meters = meters;
    }

    /// A request for one payment.
    ///
    /// @param key the idempotency key that makes repeats of the request one request, if the client sent one
    /// @param patience how long the client waits for the payment to end; zero means not at all
    public record Request(
            TenantId tenant, Optional<String> key, Transfer transfer, Duration patience) {}

    /// Result of a request.
    public sealed interface Outcome {

        /// A new payment. It has ended if it did so within the client's wait time.
        ///
        /// @param waited whether the request waited at all
        record Accepted(Payment payment, boolean waited) implements Outcome {}

        /// The payment that an earlier request with this key created: as it was accepted, or, if this client
        /// waited, as it is after the wait.
        ///
        /// @param waited whether the request waited at all
        record Repeated(Payment payment, boolean waited) implements Outcome {}

        /// The key belongs to a request for something else.
        record KeyTaken() implements Outcome {}

        /// The first request with this key has not been answered yet.
        record InFlight() implements Outcome {}

        /// The tenant has as many payments in flight, or waiting to be accepted, as it may have. Nothing was
        /// stored.
        record Congested(TenantId tenant) implements Outcome {}
    }

    /// Requests one payment and waits for it to end, for as long as the client wants to wait.
    public Outcome request(Request request) {
        NewPayment requested = newPayment(request);
        return request.patience().isPositive()
                ? accept(requested, request.patience())
                : accept(requested);
    }

    /// Requests several payments of one tenant at once, without waiting for any of them to end, and returns the
    /// outcomes in the same order. Each payment is treated as if it were requested alone; one that repeats
    /// another of them is a repeat of it.
    public List<Outcome> requestAll(List<Request> requests) {
        return accept(requests.stream().map(RequestPayment::newPayment).toList());
    }

    private Outcome accept(NewPayment requested) {
        return accept(List.of(requested)).getFirst();
    }

    private List<Outcome> accept(List<NewPayment> all) {
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

    /// @param ours keys that no other request is using now
    private List<Outcome> commitAll(List<NewPayment> all, Set<RequestKey> ours) {
        Predicate<NewPayment> free = each -> each.requestKey().map(ours::contains).orElse(true);
        List<NewPayment> mine = all.stream().filter(free).toList();
        Iterator<Outcome> committed = commit(mine).iterator();
        return counted(
                all.stream()
                        .map(each -> free.test(each) ? committed.next() : new Outcome.InFlight())
                        .toList());
    }

    /// All payments belong to one tenant. It may become full between this check and the commit: the limit is
    /// only as accurate as the last count.
    private List<Outcome> commit(List<NewPayment> payments) {
        if (payments.isEmpty()) {
            return List.of();
        }
        TenantId tenant = payments.getFirst().payment().tenant();
        return backlog.isFull(tenant)
                ? refuseCongested.answer(payments)
                : queue.submit(tenant, payments).orElseGet(() -> refuseCongested.answer(payments));
    }

    private Outcome accept(NewPayment requested, Duration patience) {
        Outcome outcome = acceptAndWait(requested, patience);
        return outcome instanceof Outcome.Repeated(var payment, _)
                ? repeated(payment, patience)
                : outcome;
    }

    /// A request that waits takes its slot before the payment is stored, so that it can't miss the end. It
    /// gives the slot back if nothing was stored: a repeat waits for a different payment.
    private Outcome acceptAndWait(NewPayment requested, Duration patience) {
        try (AwaitEnd.Wait wait = awaitEnd.of(keyOf(requested.payment()))) {
            Outcome outcome = accept(requested);
            return outcome instanceof Outcome.Accepted(var payment, _)
                    ? new Outcome.Accepted(wait.forEndOf(payment, patience), wait.hasPlace())
                    : outcome;
        }
    }

    /// The payment of an earlier request may have ended long ago, so it is read before waiting.
    private Outcome repeated(Payment payment, Duration patience) {
        try (AwaitEnd.Wait wait = awaitEnd.of(keyOf(payment))) {
            Payment now = wait.forEndOf(wait.look(payment), patience);
            return new Outcome.Repeated(now, wait.hasPlace());
        }
    }

    private static PaymentKey keyOf(Payment payment) {
        return new PaymentKey(payment.tenant(), payment.id());
    }

    private static NewPayment newPayment(Request request) {
        PaymentId id = new PaymentId(Ids.next());
        return new NewPayment(
                new Payment.Accepted(request.tenant(), id, request.transfer()),
                request.key(),
                TraceParent.current().map(TraceParent::header));
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

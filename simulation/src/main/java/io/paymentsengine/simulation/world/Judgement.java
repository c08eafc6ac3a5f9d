package io.paymentsengine.simulation.world;

import static java.util.stream.Collectors.toMap;

import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.account.domain.Reservation;
import io.paymentsengine.account.domain.Reservation.Held;
import io.paymentsengine.account.domain.Reservation.Settled;
import io.paymentsengine.account.domain.Transfer;
import io.paymentsengine.account.domain.Transfer.Entry;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.application.PaymentKey;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.saga.domain.Outcome;
import io.paymentsengine.saga.domain.PaymentSaga;
import io.paymentsengine.saga.domain.SagaKey;
import io.paymentsengine.saga.domain.State;
import io.paymentsengine.simulation.fate.Promise;
import io.paymentsengine.simulation.messaging.Broker;
import io.paymentsengine.simulation.messaging.Finding;
import io.paymentsengine.validation.domain.Decision;
import io.paymentsengine.validation.domain.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// What must be true of a world that has no work left, whatever happened to it.
final class Judgement {

    private final Suite suite;
    private final Clients clients;
    private final Broker broker;
    private final Map<PaymentKey, Reservation> reservations;
    private final Map<Moved, Transfer> transfers;
    private final List<Finding> findings = new ArrayList<>();

    /// The key of a tenant's transfer.
    private record Moved(TenantId tenant, UUID id) {}

    Judgement(Suite suite, Clients clients, Broker broker) {
        this.suite = suite;
        this.clients = clients;
        this.broker = broker;
        this.reservations =
                suite.ledgers().reservations().stream()
                        .collect(
                                toMap(
                                        each ->
                                                new PaymentKey(
                                                        each.payment().tenant(),
                                                        each.payment().id()),
                                        each -> each));
        this.transfers =
                suite.ledgers().transfers().stream()
                        .collect(
                                toMap(
                                        each ->
                                                new Moved(
                                                        each.debit().account().tenant(), each.id()),
                                        each -> each));
    }

    List<Finding> findings() {
        clients.accepted().forEach((id, order) -> isThere(id, order.tenant()));
        suite.payments().all().forEach(this::hasEndedOnce);
        suite.payments().all().forEach(this::agreesWithItsSaga);
        suite.payments().all().forEach(this::agreesWithTheLedger);
        suite.payments().all().forEach(this::movedWhereItWasToGo);
        suite.payments().all().forEach(this::wasItsTenantsToDecide);
        suite.sagas().all().forEach(this::isOfAPayment);
        journalsAreWhole();
        suite.all().forEach(this::nothingWasSetAside);
        findings.addAll(new Audit(suite.accounts(), suite.ledgers()).findings());
        findings.addAll(clients.findings());
        broker.findings().forEach(findings::add);
        return findings;
    }

    private void isThere(PaymentId payment, TenantId tenant) {
        if (suite.payments().find(new PaymentKey(tenant, payment)).isEmpty()) {
            findings.add(
                    Finding.about(
                            Promise.ACCEPTED_IS_THERE, payment, "was accepted but does not exist"));
        }
    }

    private void hasEndedOnce(Payment payment) {
        int ends = suite.payments().endsOf(payment);
        if (ends != 1) {
            find(
                    ends == 0 ? Promise.PAYMENTS_END : Promise.PAYMENTS_END_ONCE,
                    payment,
                    "ended %d times".formatted(ends));
        }
    }

    private void agreesWithItsSaga(Payment payment) {
        String said =
                suite.sagas()
                        .find(new SagaKey(payment.tenant(), payment.id()))
                        .map(saga -> wordsOf(saga.instance().state()))
                        .orElse("none");
        if (!said.equals(wordsOf(payment))) {
            find(
                    Promise.SAGAS_AGREE,
                    payment,
                    "is %s; its saga: %s".formatted(wordsOf(payment), said));
        }
    }

    private void agreesWithTheLedger(Payment payment) {
        Optional<Reservation> reservation =
                Optional.ofNullable(
                        reservations.get(new PaymentKey(payment.tenant(), payment.id())));
        if (reservation.filter(Held.class::isInstance).isPresent()) {
            find(
                    Promise.HOLDS_END,
                    payment,
                    "has ended but still holds " + reservation.orElseThrow());
        }
        if (reservation.filter(Settled.class::isInstance).isPresent() != isCompleted(payment)) {
            find(
                    Promise.RESERVATIONS_AGREE,
                    payment,
                    "is %s; its reservation: %s".formatted(payment.status(), reservation));
        }
        Optional<Money> moved =
                Optional.ofNullable(
                                transfers.get(new Moved(payment.tenant(), payment.id().value())))
                        .map(transfer -> transfer.credit().amount());
        Optional<Money> due =
                Optional.of(payment.transfer().amount()).filter(_ -> isCompleted(payment));
        if (!moved.equals(due)) {
            find(
                    Promise.AMOUNTS_MOVE,
                    payment,
                    "should have moved %s but moved %s".formatted(due, moved));
        }
        if (reservation.isPresent() && !isApproved(payment)) {
            find(Promise.APPROVAL_COMES_FIRST, payment, "reached the ledger without approval");
        }
    }

    /// A payment names its accounts as its client did; the ledger names them by their ids.
    private void movedWhereItWasToGo(Payment payment) {
        Transfer moved = transfers.get(new Moved(payment.tenant(), payment.id().value()));
        if (moved == null) {
            return;
        }
        List<AccountKey> due =
                Stream.of(payment.transfer().debtor(), payment.transfer().creditor())
                        .flatMap(reference -> accountOf(payment.tenant(), reference).stream())
                        .toList();
        List<AccountKey> found = moved.entries().stream().map(Entry::account).toList();
        if (!found.equals(due)) {
            find(
                    Promise.MONEY_GOES_WHERE_IT_SHOULD,
                    payment,
                    "should have moved money between %s, not %s".formatted(due, found));
        }
    }

    private Optional<AccountKey> accountOf(TenantId tenant, AccountReference reference) {
        return suite.accounts().lookUp(tenant, List.of(reference)).stream()
                .map(listing -> listing.account().key())
                .findFirst();
    }

    private void wasItsTenantsToDecide(Payment payment) {
        if (payment instanceof Payment.Cancelled && !clients.tookBack(payment.id())) {
            find(Promise.OWNERS_CANCEL, payment, "was cancelled without a request of its tenant");
        }
    }

    private void isOfAPayment(PaymentSaga saga) {
        PaymentKey key = new PaymentKey(saga.key().tenant(), saga.key().payment());
        if (suite.payments().find(key).isEmpty()) {
            findings.add(
                    Finding.about(
                            Promise.SAGAS_HAVE_PAYMENTS,
                            key.id(),
                            "has a saga but does not exist"));
        }
    }

    private void journalsAreWhole() {
        long lines = suite.journal().all().size();
        long counted =
                suite.sagas().all().stream()
                        .mapToLong(saga -> saga.instance().journalSize().entries())
                        .sum();
        if (lines != counted) {
            findings.add(
                    Finding.of(
                            Promise.JOURNALS_ARE_WHOLE,
                            "journals have %d lines, sagas counted %d".formatted(lines, counted)));
        }
    }

    private void nothingWasSetAside(Rooms rooms) {
        String service = rooms.service().name();
        rooms.service()
                .post()
                .dead()
                .forEach(
                        letter ->
                                findings.add(
                                        Finding.of(
                                                Promise.NOTHING_IS_SET_ASIDE,
                                                service + " set aside " + letter)));
    }

    private boolean isApproved(Payment payment) {
        return suite.decisions()
                .find(new Decision.Key(payment.tenant(), payment.id()))
                .filter(decision -> decision.verdict() instanceof Verdict.Approved)
                .isPresent();
    }

    private static boolean isCompleted(Payment payment) {
        return payment instanceof Payment.Completed;
    }

    private void find(Promise broken, Payment payment, String text) {
        findings.add(Finding.about(broken, payment.id(), text));
    }

    private static String wordsOf(Payment payment) {
        return switch (payment) {
            case Payment.Accepted _ -> "open";
            case Payment.Completed completed -> "completed at " + completed.endedAt();
            case Payment.Rejected rejected ->
                    "rejected at " + rejected.endedAt() + ": " + rejected.reason();
            case Payment.Cancelled cancelled -> "cancelled at " + cancelled.endedAt();
        };
    }

    private static String wordsOf(State state) {
        return switch (state) {
            case State.Open open -> "at " + open;
            case State.Ended(var outcome, var at) ->
                    switch (outcome) {
                        case Outcome.Completed _ -> "completed at " + at;
                        case Outcome.Rejected(var reason) -> "rejected at " + at + ": " + reason;
                        case Outcome.Cancelled _ -> "cancelled at " + at;
                    };
        };
    }
}

package io.paymentsengine.simulation.world;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.account.domain.PaymentKey;
import io.paymentsengine.account.domain.Reservation;
import io.paymentsengine.account.domain.Reservation.Held;
import io.paymentsengine.account.domain.Reservation.Settled;
import io.paymentsengine.account.domain.Transfer;
import io.paymentsengine.account.domain.Transfer.Entry;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.saga.domain.Outcome;
import io.paymentsengine.saga.domain.PaymentSaga;
import io.paymentsengine.saga.domain.SagaKey;
import io.paymentsengine.saga.domain.State;
import io.paymentsengine.simulation.messaging.Broker;
import io.paymentsengine.simulation.messaging.Finding;
import io.paymentsengine.validation.domain.Decision;
import io.paymentsengine.validation.domain.Verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What has to be true of a world in which nothing is left to do, whatever has befallen it.
final class Judgement {

    private final Suite suite;
    private final Clients clients;
    private final Broker broker;
    private final List<Finding> findings = new ArrayList<>();

    Judgement(Suite suite, Clients clients, Broker broker) {
        this.suite = suite;
        this.clients = clients;
        this.broker = broker;
    }

    List<Finding> findings() {
        findings.clear();
        promisesAreKept();
        Map<PaymentKey, Reservation> reservations =
                suite.ledgers().reservations().stream()
                        .collect(toMap(Reservation::payment, each -> each));
        suite.payments().all().forEach(payment -> allAgree(payment, reservations));
        everySagaIsOfAPayment();
        moneyIsConserved();
        suite.all().forEach(this::nothingWasSetAside);
        findings.addAll(clients.findings());
        broker.findings().forEach(findings::add);
        return findings;
    }

    private void promisesAreKept() {
        clients.accepted()
                .forEach(
                        (id, order) -> {
                            var key =
                                    new io.paymentsengine.payment.application.PaymentKey(
                                            order.tenant(), id);
                            if (suite.payments().find(key).isEmpty()) {
                                findings.add(Finding.about(id, "was accepted and is not there"));
                            }
                        });
    }

    private void allAgree(Payment payment, Map<PaymentKey, Reservation> reservations) {
        int ends = suite.payments().endsOf(payment);
        if (ends != 1) {
            find(payment, "ended %d times".formatted(ends));
        }
        Optional<PaymentSaga> saga =
                suite.sagas().find(new SagaKey(payment.tenant(), payment.id()));
        String said = saga.map(each -> wordsOf(each.instance().state())).orElse("no saga");
        if (!said.equals(wordsOf(payment))) {
            find(payment, "is %s, its saga %s".formatted(wordsOf(payment), said));
        }
        Optional<Reservation> reservation =
                Optional.ofNullable(
                        reservations.get(new PaymentKey(payment.tenant(), payment.id())));
        if (reservation.filter(Held.class::isInstance).isPresent()) {
            find(payment, "has ended and still holds " + reservation.orElseThrow());
        }
        boolean settled = reservation.filter(Settled.class::isInstance).isPresent();
        if (settled != payment instanceof Payment.Completed) {
            find(payment, "is %s, its money %s".formatted(payment.status(), reservation));
        }
        if (payment instanceof Payment.Cancelled && !clients.tookBack(payment.id())) {
            find(payment, "was cancelled, which its tenant did not ask for");
        }
        Optional<Decision> decision =
                suite.decisions().find(new Decision.Key(payment.tenant(), payment.id()));
        boolean approved =
                decision.filter(each -> each.verdict() instanceof Verdict.Approved).isPresent();
        if (reservation.isPresent() && !approved) {
            find(payment, "went to the ledger without being approved");
        }
    }

    private void everySagaIsOfAPayment() {
        for (PaymentSaga saga : suite.sagas().all()) {
            var key =
                    new io.paymentsengine.payment.application.PaymentKey(
                            saga.key().tenant(), saga.key().payment());
            if (suite.payments().find(key).isEmpty()) {
                findings.add(Finding.about(key.id(), "has a saga and is no payment"));
            }
        }
        long lines = suite.journal().all().size();
        long counted =
                suite.sagas().all().stream()
                        .mapToLong(saga -> saga.instance().tally().entries())
                        .sum();
        if (lines != counted) {
            findings.add(
                    Finding.of("journals have %d lines, sagas say %d".formatted(lines, counted)));
        }
    }

    private void moneyIsConserved() {
        Map<AccountKey, List<Entry>> entries =
                suite.ledgers().entries().stream().collect(groupingBy(Entry::account));
        Map<AccountKey, List<Held>> holds =
                suite.ledgers().reservations().stream()
                        .filter(Held.class::isInstance)
                        .map(Held.class::cast)
                        .collect(
                                groupingBy(
                                        held ->
                                                new AccountKey(
                                                        held.payment().tenant(), held.debtor())));
        for (Account account : suite.accounts().all()) {
            Money nothing = Money.zero(account.funds().currency());
            Money booked =
                    entries.getOrDefault(account.key(), List.of()).stream()
                            .map(Entry::amount)
                            .reduce(nothing, Money::plus);
            Money held =
                    holds.getOrDefault(account.key(), List.of()).stream()
                            .map(Held::amount)
                            .reduce(nothing, Money::plus);
            if (!booked.equals(account.funds().balance())
                    || !held.equals(account.funds().reserved())) {
                findings.add(
                        Finding.of(
                                "%s has entries of %s and holds of %s"
                                        .formatted(account, booked, held)));
            }
            Money limit = account.funds().overdraftLimit().negated();
            if (booked.minus(held).compareTo(limit) < 0) {
                findings.add(Finding.of(account + " is below its limit"));
            }
        }
        suite.ledgers().transfers().forEach(this::isWhole);
        everyCurrencySumsToZero();
    }

    private void isWhole(Transfer transfer) {
        long written =
                suite.ledgers().entries().stream()
                        .filter(entry -> transfer.entries().contains(entry))
                        .count();
        if (written != transfer.entries().size()) {
            findings.add(Finding.of("%s has %d entries".formatted(transfer, written)));
        }
    }

    private void everyCurrencySumsToZero() {
        suite.ledgers().entries().stream()
                .map(Entry::amount)
                .collect(groupingBy(Money::currency))
                .forEach(
                        (currency, amounts) -> {
                            long sum = amounts.stream().mapToLong(Money::minorUnits).sum();
                            if (sum != 0) {
                                findings.add(Finding.of("%s sums to %d".formatted(currency, sum)));
                            }
                        });
    }

    private void nothingWasSetAside(Rooms rooms) {
        rooms.service()
                .post()
                .dead()
                .forEach(
                        letter ->
                                findings.add(
                                        Finding.of(
                                                rooms.service().name() + " set aside " + letter)));
    }

    private void find(Payment payment, String text) {
        findings.add(Finding.about(payment.id(), text));
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
            case State.Open open -> "stands at " + open;
            case State.Ended(var outcome, var at) ->
                    switch (outcome) {
                        case Outcome.Completed _ -> "completed at " + at;
                        case Outcome.Rejected(var reason) -> "rejected at " + at + ": " + reason;
                        case Outcome.Cancelled _ -> "cancelled at " + at;
                    };
        };
    }
}

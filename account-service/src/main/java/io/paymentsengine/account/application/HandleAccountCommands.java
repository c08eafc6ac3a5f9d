package io.paymentsengine.account.application;

import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.account.domain.Books;
import io.paymentsengine.account.domain.Ledger;
import io.paymentsengine.account.domain.Outcome;
import io.paymentsengine.account.domain.PaymentKey;
import io.paymentsengine.contracts.AccountCommand;
import io.paymentsengine.contracts.AccountCommand.ReleaseFunds;
import io.paymentsengine.contracts.AccountCommand.ReserveFunds;
import io.paymentsengine.contracts.AccountCommand.SettlePayment;
import io.paymentsengine.contracts.SagaReply;
import io.paymentsengine.contracts.SagaReply.FundsReleased;
import io.paymentsengine.contracts.SagaReply.FundsReserved;
import io.paymentsengine.contracts.SagaReply.PaymentSettled;
import io.paymentsengine.contracts.SagaReply.ReservationRefused;
import io.paymentsengine.contracts.SagaReply.SettlementRefused;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.platform.ids.Ids;
import io.paymentsengine.platform.messaging.DeadLetters;
import io.paymentsengine.platform.messaging.Outbox;
import io.paymentsengine.platform.messaging.Outgoing;
import io.paymentsengine.platform.messaging.Received;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/// Reserves, settles and releases: opens the books for everything that a batch names, lets the ledger
/// decide, and writes the changes and the answers together.
@Service
public class HandleAccountCommands {

    private final Ledgers ledgers;
    private final Outbox outbox;
    private final DeadLetters deadLetters;
    private final TransferMeter meter;
    private final Clock clock;

    HandleAccountCommands(
            Ledgers ledgers,
            Outbox outbox,
            DeadLetters deadLetters,
            TransferMeter meter,
            Clock clock) {
        this.ledgers = ledgers;
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.meter = meter;
        this.clock = clock;
    }

    public void handle(List<Received<AccountCommand>> batch) {
        Books books = ledgers.open(accountsOf(batch), paymentsOf(batch));
        // after the wait for locks: entries that become visible late must not belong to a time that
        // was read
        Instant now = clock.instant();
        Ledger ledger = new Ledger(books, now, Ids::next);
        List<Outgoing> answers = new ArrayList<>(batch.size());
        for (Received<AccountCommand> each : batch) {
            answer(each, decide(ledger, each), answers);
        }
        Books.Changes changes = ledger.changes();
        ledgers.write(changes, now);
        outbox.addAll(answers);
        meter.count(changes.transfers());
    }

    private static Outcome decide(Ledger ledger, Received<AccountCommand> command) {
        PaymentKey payment = paymentOf(command);
        return switch (command.message()) {
            case ReserveFunds reserve ->
                    ledger.reserve(payment, reserve.debtor(), reserve.amount());
            case SettlePayment settle -> ledger.settle(payment, settle.debtor(), settle.creditor());
            case ReleaseFunds release -> ledger.release(payment, release.debtor());
        };
    }

    private void answer(Received<AccountCommand> command, Outcome outcome, List<Outgoing> answers) {
        PaymentId payment = command.message().paymentId();
        Consumer<SagaReply> say = reply -> answers.add(command.answer(reply));
        switch (outcome) {
            case Outcome.Reserved() -> say.accept(new FundsReserved(payment));
            case Outcome.ReservationRefused(var reason) ->
                    say.accept(new ReservationRefused(payment, reason));
            case Outcome.Settled() -> say.accept(new PaymentSettled(payment));
            case Outcome.SettlementRefused(var reason) ->
                    say.accept(new SettlementRefused(payment, reason));
            case Outcome.Released() -> say.accept(new FundsReleased(payment));
            case Outcome.Senseless(var reason, var detail) ->
                    deadLetters.add(command, reason, detail);
        }
    }

    private static Set<AccountKey> accountsOf(List<Received<AccountCommand>> batch) {
        return batch.stream()
                .flatMap(HandleAccountCommands::accountsOf)
                .collect(Collectors.toSet());
    }

    private static Stream<AccountKey> accountsOf(Received<AccountCommand> command) {
        Stream<AccountId> named =
                switch (command.message()) {
                    case ReserveFunds reserve -> Stream.of(reserve.debtor());
                    case SettlePayment settle -> Stream.of(settle.debtor(), settle.creditor());
                    case ReleaseFunds release -> Stream.of(release.debtor());
                };
        return named.map(account -> new AccountKey(command.tenant(), account));
    }

    private static Set<PaymentKey> paymentsOf(List<Received<AccountCommand>> batch) {
        return batch.stream().map(HandleAccountCommands::paymentOf).collect(Collectors.toSet());
    }

    private static PaymentKey paymentOf(Received<AccountCommand> command) {
        return new PaymentKey(command.tenant(), command.message().paymentId());
    }
}

package io.paymentsengine.saga.application;

import io.paymentsengine.contracts.AccountCommand.ReleaseFunds;
import io.paymentsengine.contracts.AccountCommand.ReserveFunds;
import io.paymentsengine.contracts.AccountCommand.SettlePayment;
import io.paymentsengine.contracts.Message;
import io.paymentsengine.contracts.PaymentEvent;
import io.paymentsengine.contracts.PaymentEvent.PaymentCancelled;
import io.paymentsengine.contracts.PaymentEvent.PaymentCompleted;
import io.paymentsengine.contracts.PaymentEvent.PaymentRejected;
import io.paymentsengine.contracts.ValidationCommand.ValidatePayment;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.platform.messaging.Outgoing;
import io.paymentsengine.saga.domain.AccountPair;
import io.paymentsengine.saga.domain.Outcome;
import io.paymentsengine.saga.domain.Outcome.Cancelled;
import io.paymentsengine.saga.domain.Outcome.Completed;
import io.paymentsengine.saga.domain.Outcome.Rejected;
import io.paymentsengine.saga.domain.Payment;
import io.paymentsengine.saga.domain.PaymentSaga;
import io.paymentsengine.saga.domain.State.Compensating;
import io.paymentsengine.saga.domain.State.Ended;
import io.paymentsengine.saga.domain.State.Running;
import io.paymentsengine.saga.domain.Step;
import java.time.Instant;

/// Builds the message that a saga sends in its current state. The message depends on the saga's
/// state only, so it can be sent again at any time.
final class SagaMessages {

    private SagaMessages() {}

    static Outgoing of(PaymentSaga saga) {
        Message message =
                switch (saga.instance().state()) {
                    case Running(var step) -> request(saga, step);
                    case Compensating(var step, _) -> undo(saga, step);
                    case Ended(var outcome, var at) -> report(saga.key().payment(), outcome, at);
                };
        return new Outgoing(saga.key().tenant(), message, saga.traceParent().orElse(null));
    }

    private static Message request(PaymentSaga saga, Step step) {
        PaymentId id = saga.key().payment();
        return switch (step) {
            case VALIDATE -> validate(id, saga.payment().orElseThrow());
            case RESERVE ->
                    new ReserveFunds(
                            id, accounts(saga).debtor(), saga.payment().orElseThrow().amount());
            case SETTLE ->
                    new SettlePayment(id, accounts(saga).debtor(), accounts(saga).creditor());
        };
    }

    private static Message undo(PaymentSaga saga, Step step) {
        return switch (step) {
            case RESERVE -> new ReleaseFunds(saga.key().payment(), accounts(saga).debtor());
            case VALIDATE, SETTLE ->
                    throw new IllegalStateException("nothing undoes " + step.word());
        };
    }

    private static PaymentEvent report(PaymentId id, Outcome outcome, Instant at) {
        return switch (outcome) {
            case Completed _ -> new PaymentCompleted(id, at);
            case Rejected(var reason) -> new PaymentRejected(id, reason, at);
            case Cancelled _ -> new PaymentCancelled(id, at);
        };
    }

    private static ValidatePayment validate(PaymentId id, Payment payment) {
        return new ValidatePayment(
                id,
                payment.debtor(),
                payment.creditor(),
                payment.amount(),
                payment.reference(),
                payment.requestedAt());
    }

    private static AccountPair accounts(PaymentSaga saga) {
        return saga.accounts().orElseThrow();
    }
}

package io.paymentsengine.saga.application;

import io.paymentsengine.contracts.SagaCommand;
import io.paymentsengine.contracts.SagaReply;
import io.paymentsengine.contracts.SagaReply.FundsReleased;
import io.paymentsengine.contracts.SagaReply.FundsReserved;
import io.paymentsengine.contracts.SagaReply.PaymentDeclined;
import io.paymentsengine.contracts.SagaReply.PaymentSettled;
import io.paymentsengine.contracts.SagaReply.PaymentValidated;
import io.paymentsengine.contracts.SagaReply.ReservationRefused;
import io.paymentsengine.contracts.SagaReply.SettlementRefused;
import io.paymentsengine.saga.domain.AccountPair;
import io.paymentsengine.saga.domain.Cause;
import io.paymentsengine.saga.domain.Input;
import io.paymentsengine.saga.domain.Intervention;
import io.paymentsengine.saga.domain.PaymentSaga;
import io.paymentsengine.saga.domain.State.Open;
import io.paymentsengine.saga.domain.Step;
import java.util.Optional;

/// Names what happened, for the journal: messages by their own names, everything else by that of
/// its input.
final class Causes {

    private static final String WHOLE = "saga";

    private Causes() {}

    static Cause of(SagaCommand command) {
        return new Cause("payment-service", WHOLE, command.getClass().getSimpleName());
    }

    static Cause of(SagaReply reply) {
        Step step = inputOf(reply).step();
        String service =
                switch (step) {
                    case VALIDATE -> "validation-service";
                    case RESERVE, SETTLE -> "account-service";
                };
        return new Cause(service, step.word(), reply.getClass().getSimpleName());
    }

    static Cause ofDeadline(PaymentSaga saga, Input deadline) {
        return new Cause("saga-orchestrator", stepOf(saga), deadline.getClass().getSimpleName());
    }

    static Cause of(PaymentSaga saga, Input input, Intervention intervention) {
        return new Cause(
                "saga-orchestrator",
                stepOf(saga),
                input.getClass().getSimpleName(),
                Optional.of(intervention));
    }

    /// Translates a participant's reply into an input of the saga.
    static Input.Reply inputOf(SagaReply reply) {
        return switch (reply) {
            case PaymentValidated(_, var debtor, var creditor) ->
                    new Input.Done(Step.VALIDATE, Optional.of(new AccountPair(debtor, creditor)));
            case PaymentDeclined(_, var reason) -> new Input.Refused(Step.VALIDATE, reason);
            case FundsReserved _ -> new Input.Done(Step.RESERVE);
            case ReservationRefused(_, var reason) -> new Input.Refused(Step.RESERVE, reason);
            case PaymentSettled _ -> new Input.Done(Step.SETTLE);
            case SettlementRefused(_, var reason) -> new Input.Refused(Step.SETTLE, reason);
            case FundsReleased _ -> new Input.Undone(Step.RESERVE);
        };
    }

    private static String stepOf(PaymentSaga saga) {
        return saga.instance().state() instanceof Open open ? open.step().word() : WHOLE;
    }
}

package io.paymentsengine.saga.domain;

import io.paymentsengine.saga.domain.Input.Done;
import io.paymentsengine.saga.domain.State.Compensating;
import io.paymentsengine.saga.domain.State.Ended;
import io.paymentsengine.saga.domain.State.Open;
import io.paymentsengine.saga.domain.State.Running;
import java.time.Instant;
import java.util.Optional;

/// The saga of one payment: what is to be paid, and how far it has come.
///
/// @param key whose
/// @param payment what is to be paid; unknown where it was cancelled before it started
/// @param accounts between which accounts, once validation has found them
/// @param traceParent the W3C trace context of the client's request, where known
/// @param createdAt since when it is known
/// @param instance how far it has come
public record PaymentSaga(
        SagaKey key,
        Optional<Payment> payment,
        Optional<AccountPair> accounts,
        Optional<String> traceParent,
        Instant createdAt,
        Instance instance) {

    /// How a payment goes through the house. Read it top to bottom; undo runs bottom to top.
    public static final Saga PAYMENT =
            Saga.named("payment")
                    .asking(Step.VALIDATE) // keeps nothing, needs no undo
                    .undoable(Step.RESERVE) // sets the amount aside; undone by giving it back
                    .pivot(Step.SETTLE) // moves the money: the point of no return
                    .build();

    public PaymentSaga {
        if (instance.state() instanceof Open && payment.isEmpty()) {
            throw new IllegalArgumentException("an open saga knows what is to be paid");
        }
    }

    /// The saga after an advance of its instance.
    public PaymentSaga after(Advance advance, Input input) {
        return new PaymentSaga(
                key,
                payment,
                advance.moved() && input instanceof Done(_, var found) && found.isPresent()
                        ? found
                        : accounts,
                traceParent,
                createdAt,
                advance.instance());
    }

    /// The saga with an alarm that rang set anew.
    public PaymentSaga rearmed() {
        Instance rearmed = instance.with(instance.deadlines().rearmed());
        return new PaymentSaga(key, payment, accounts, traceParent, createdAt, rearmed);
    }

    public boolean hasEnded() {
        return instance.state() instanceof Ended;
    }

    public boolean needsAttention() {
        return instance.attention();
    }

    /// How it has ended, or will end once all is undone; empty while it goes forward.
    public Optional<Outcome> outcome() {
        return switch (instance.state()) {
            case Running _ -> Optional.empty();
            case Compensating(_, var becoming) -> Optional.of(becoming);
            case Ended(var outcome, _) -> Optional.of(outcome);
        };
    }

    /// Its state in one word.
    public Status status() {
        if (instance.attention()) {
            return Status.NEEDS_ATTENTION;
        }
        return switch (instance.state()) {
            case Running _ -> Status.RUNNING;
            case Compensating _ -> Status.COMPENSATING;
            case Ended(var outcome, _) -> Status.valueOf(outcome.word());
        };
    }
}

package io.paymentsengine.saga.domain;

import io.paymentsengine.saga.domain.Input.Done;
import io.paymentsengine.saga.domain.State.Compensating;
import io.paymentsengine.saga.domain.State.Ended;
import io.paymentsengine.saga.domain.State.Open;
import io.paymentsengine.saga.domain.State.Running;
import java.time.Instant;
import java.util.Optional;

/// The saga of one payment: the payment itself, and the saga's progress.
///
/// @param key identifies the saga
/// @param payment the requested payment; unknown if it was cancelled before it started
/// @param accounts the accounts between which the money moves, once validation has resolved them
/// @param traceParent W3C trace context of the client's request, if known
/// @param createdAt when the saga was created
/// @param instance the saga's progress
public record PaymentSaga(
        SagaKey key,
        Optional<Payment> payment,
        Optional<AccountPair> accounts,
        Optional<String> traceParent,
        Instant createdAt,
        Instance instance) {

    /// The steps of a payment. They run from top to bottom, and are undone from bottom to top.
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

    /// Returns the saga after its instance has advanced.
    public PaymentSaga after(Transition transition, Input input) {
        return new PaymentSaga(
                key,
                payment,
                transition.moved() && input instanceof Done(_, var found) && found.isPresent()
                        ? found
                        : accounts,
                traceParent,
                createdAt,
                transition.instance());
    }

    /// Returns the saga with its alarm reset.
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

    /// How the saga has ended, or will end once everything is undone; empty while it goes forward.
    public Optional<Outcome> outcome() {
        return switch (instance.state()) {
            case Running _ -> Optional.empty();
            case Compensating(_, var becoming) -> Optional.of(becoming);
            case Ended(var outcome, _) -> Optional.of(outcome);
        };
    }

    /// The state in one word.
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

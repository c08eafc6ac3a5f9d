package io.paymentsengine.saga.domain;

import io.paymentsengine.contracts.vocabulary.RejectionReason;
import io.paymentsengine.saga.domain.Input.AttentionDeadlinePassed;
import io.paymentsengine.saga.domain.Input.CancelRequested;
import io.paymentsengine.saga.domain.Input.Compensate;
import io.paymentsengine.saga.domain.Input.Done;
import io.paymentsengine.saga.domain.Input.Refused;
import io.paymentsengine.saga.domain.Input.Reply;
import io.paymentsengine.saga.domain.Input.Retry;
import io.paymentsengine.saga.domain.Input.SagaDeadlinePassed;
import io.paymentsengine.saga.domain.Input.Started;
import io.paymentsengine.saga.domain.Input.StepDeadlinePassed;
import io.paymentsengine.saga.domain.Input.Undone;
import io.paymentsengine.saga.domain.Outcome.Cancelled;
import io.paymentsengine.saga.domain.Outcome.Completed;
import io.paymentsengine.saga.domain.Outcome.Rejected;
import io.paymentsengine.saga.domain.State.Compensating;
import io.paymentsengine.saga.domain.State.Ended;
import io.paymentsengine.saga.domain.State.Running;
import io.paymentsengine.saga.domain.Transition.Verdict;
import java.time.Instant;
import java.util.Optional;

/// Advances sagas: a pure function of a saga's state and an input. Of the replies from participants, it acts
/// only on the one that the current step awaits; a reply that is late, repeated or out of order changes
/// nothing.
///
/// A state is stored before its message is sent. A step that may have been done is therefore always known as
/// such, and its undo is never forgotten.
public final class SagaEngine {

    private static final Rejected TOO_LATE =
            new Rejected(
                    new RejectionReason(
                            "DEADLINE_PASSED", "The payment was not finished in time."));
    private static final Rejected STOPPED =
            new Rejected(
                    new RejectionReason("STOPPED_BY_OPERATOR", "An operator stopped the payment."));

    private final Saga saga;
    private final Timeouts timeouts;

    /// @param saga the definition of the sagas
    /// @param timeouts how long they wait
    public SagaEngine(Saga saga, Timeouts timeouts) {
        this.saga = saga;
        this.timeouts = timeouts;
    }

    /// Starts a saga, which requests its first step. Its deadline counts from the payment's request. A backlog
    /// therefore gives it no additional time, and it is enough if participants remember payments for that long:
    /// a saga that starts after its deadline has ended, and requests nothing.
    ///
    /// @param requestedAt by the clock of the service that accepted the request; a future time counts as now
    public Transition start(Instant requestedAt, Instant now) {
        Instant began = requestedAt.isBefore(now) ? requestedAt : now;
        Deadlines whole = Deadlines.NONE.withSaga(began.plus(timeouts.saga()));
        State first = whole.isTooLate(now) ? new Ended(TOO_LATE, now) : new Running(saga.first());
        return enter(first, whole, JournalSize.NONE, now);
    }

    /// Ends a saga that was cancelled before it started, so that a late start command finds it ended.
    public Transition cancelUnstarted(Instant now) {
        return enter(new Ended(new Cancelled(), now), Deadlines.NONE, JournalSize.NONE, now);
    }

    /// Applies an input to a saga.
    public Transition advance(Instance at, Input input, Instant now) {
        return switch (at.state()) {
            case Running(var step) -> advanceRunning(at, step, input, now);
            case Compensating back -> advanceCompensating(at, back, input, now);
            case Ended _ -> advanceEnded(at, input);
        };
    }

    private Transition advanceRunning(Instance at, Step step, Input input, Instant now) {
        return switch (input) {
            case Started _ -> resendMessage(at);
            case Done(var done, _) when done == step && isTooLateToGoOn(at, step, now) ->
                    turnBack(withoutDeadline(at), step, TOO_LATE, now);
            case Done(var done, _) when done == step -> forward(at, step, now);
            case Refused(var refused, var reason) when refused == step && saga.canBeRefused(step) ->
                    back(at, saga.undoBefore(step), new Rejected(reason), now);
            case Reply _ -> unchanged(at, "no effect: not awaited");
            case StepDeadlinePassed _ -> resend(at, now);
            case SagaDeadlinePassed _ -> turnBack(withoutDeadline(at), step, TOO_LATE, now);
            case AttentionDeadlinePassed _ -> callForAttention(at);
            case CancelRequested _ -> turnBack(at, step, new Cancelled(), now);
            case Retry _ -> retry(at, now);
            case Compensate _ -> turnBack(at, step, STOPPED, now);
        };
    }

    private Transition advanceCompensating(
            Instance at, Compensating state, Input input, Instant now) {
        return switch (input) {
            case Started _ -> resendMessage(at);
            case Undone(var undone) when undone == state.step() ->
                    back(at, saga.undoBefore(undone), state.becoming(), now);
            case Reply _ -> unchanged(at, "no effect: not awaited");
            case StepDeadlinePassed _ -> resend(at, now);
            case SagaDeadlinePassed _ ->
                    unchanged(withoutDeadline(at), "no effect: compensation is in progress");
            case AttentionDeadlinePassed _ -> callForAttention(at);
            case CancelRequested _, Compensate _ ->
                    unchanged(at, "no effect: compensation is in progress");
            case Retry _ -> retry(at, now);
        };
    }

    private Transition advanceEnded(Instance at, Input input) {
        return switch (input) {
            case Started _, CancelRequested _ -> resendMessage(at);
            case Reply _,
                    StepDeadlinePassed _,
                    SagaDeadlinePassed _,
                    AttentionDeadlinePassed _,
                    Retry _,
                    Compensate _ ->
                    unchanged(at, "no effect: the saga has ended");
        };
    }

    /// The deadline is checked here as well as by HandleDeadlines, which runs only at intervals: a backlog of replies
    /// would otherwise be worked off before it does.
    private boolean isTooLateToGoOn(Instance at, Step step, Instant now) {
        return saga.canTurnBackAt(step) && at.deadlines().isTooLate(now);
    }

    private Transition forward(Instance at, Step done, Instant now) {
        State next =
                saga.after(done)
                        .<State>map(Running::new)
                        .orElseGet(() -> new Ended(new Completed(), now));
        return enter(next, at.deadlines(), at.journalSize(), now);
    }

    private Transition turnBack(Instance at, Step from, Outcome.Undone becoming, Instant now) {
        if (!saga.canTurnBackAt(from)) {
            return unchanged(at, "no effect: %s can't be undone".formatted(from.word()));
        }
        return back(at, saga.undoFrom(from), becoming, now);
    }

    private Transition back(
            Instance at, Optional<Step> undo, Outcome.Undone becoming, Instant now) {
        State next =
                undo.<State>map(step -> new Compensating(step, becoming))
                        .orElseGet(() -> new Ended(becoming, now));
        return enter(next, at.deadlines(), at.journalSize(), now);
    }

    private Transition enter(State state, Deadlines before, JournalSize journalSize, Instant now) {
        Deadlines deadlines = state instanceof Ended ? Deadlines.NONE : fresh(before, now);
        return new Transition(
                new Instance(state, deadlines, false, 0, journalSize.moved(), now),
                Verdict.MOVED,
                describe(state));
    }

    /// As if the step were requested for the first time.
    private Transition retry(Instance at, Instant now) {
        Instance renewed =
                new Instance(
                        at.state(),
                        fresh(at.deadlines(), now),
                        false,
                        0,
                        at.journalSize().moved(),
                        at.movedAt());
        return new Transition(renewed, Verdict.RESENT, describe(at.state()) + " again");
    }

    private Transition resend(Instance at, Instant now) {
        Instant next = now.plus(timeouts.stepAfter(at.repeats() + 1));
        return resendMessage(at.resent(at.deadlines().withStep(next)));
    }

    private static Transition resendMessage(Instance at) {
        return new Transition(
                at.with(at.journalSize().unchanged()),
                Verdict.RESENT,
                describe(at.state()) + " again");
    }

    private static Transition unchanged(Instance at, String why) {
        return new Transition(at.with(at.journalSize().unchanged()), Verdict.UNCHANGED, why);
    }

    private static Transition callForAttention(Instance at) {
        return new Transition(at.needingAttention(), Verdict.UNCHANGED, "needs attention");
    }

    private static Instance withoutDeadline(Instance at) {
        return at.with(at.deadlines().withSaga(Deadlines.NEVER));
    }

    private Deadlines fresh(Deadlines before, Instant now) {
        return before.withStep(now.plus(timeouts.step()))
                .withAttention(now.plus(timeouts.attention()));
    }

    private static String describe(State state) {
        return switch (state) {
            case Running(var step) -> "requests " + step.word();
            case Compensating(var step, _) -> "undoes " + step.word();
            case Ended(var outcome, _) -> "ends " + outcome.word();
        };
    }
}

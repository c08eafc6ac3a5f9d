package io.paymentsengine.saga.domain;

import java.time.Instant;
import java.util.Optional;

/// Until when a saga waits, each until passed or [#NEVER], and when the clock looks at it next.
///
/// The alarm may ring early, never late: a move puts its deadlines off and leaves the alarm where it
/// is, and only an alarm that rang is set anew. So a payment that takes milliseconds sets it once.
///
/// @param step when the current step is asked for again
/// @param saga when the saga turns back
/// @param attention when a person should look
/// @param alarm when to look whether one of them has passed
public record Deadlines(Instant step, Instant saga, Instant attention, Instant alarm) {

    /// Later than any clock.
    public static final Instant NEVER = Instant.MAX;

    /// An ended saga waits for nothing.
    public static final Deadlines NONE = new Deadlines(NEVER, NEVER, NEVER, NEVER);

    public Deadlines {
        if (alarm.isAfter(first(step, first(saga, attention)))) {
            throw new IllegalArgumentException("the alarm rings after a deadline");
        }
    }

    /// What has passed: the most urgent of it, or empty if nothing has.
    public Optional<Input> passed(Instant now) {
        if (!saga.isAfter(now)) {
            return Optional.of(new Input.SagaDeadlinePassed());
        }
        if (!step.isAfter(now)) {
            return Optional.of(new Input.StepDeadlinePassed());
        }
        if (!attention.isAfter(now)) {
            return Optional.of(new Input.AttentionDeadlinePassed());
        }
        return Optional.empty();
    }

    /// Sets an alarm that rang to the next deadline.
    public Deadlines rearmed() {
        return new Deadlines(step, saga, attention, first(step, first(saga, attention)));
    }

    Deadlines withStep(Instant at) {
        return new Deadlines(at, saga, attention, first(alarm, at));
    }

    Deadlines withSaga(Instant at) {
        return new Deadlines(step, at, attention, first(alarm, at));
    }

    Deadlines withAttention(Instant at) {
        return new Deadlines(step, saga, at, first(alarm, at));
    }

    private static Instant first(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}

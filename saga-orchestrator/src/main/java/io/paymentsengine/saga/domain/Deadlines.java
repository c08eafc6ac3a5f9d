package io.paymentsengine.saga.domain;

import java.time.Instant;
import java.util.Optional;

/// The deadlines of a saga, each pending or [#NEVER], and the time at which the clock next looks at it.
///
/// The alarm may be early but never late. A move postpones deadlines and leaves the alarm unchanged, and only
/// an alarm that has rung is set again. A payment that takes milliseconds therefore sets it only once.
///
/// @param step when the current step is requested again
/// @param saga when the saga turns back
/// @param attention when a person should look
/// @param alarm when to check whether one of the deadlines has passed
public record Deadlines(Instant step, Instant saga, Instant attention, Instant alarm) {

    /// Later than any clock.
    public static final Instant NEVER = Instant.MAX;

    /// The deadlines of an ended saga, which waits for nothing.
    public static final Deadlines NONE = new Deadlines(NEVER, NEVER, NEVER, NEVER);

    public Deadlines {
        if (alarm.isAfter(first(step, first(saga, attention)))) {
            throw new IllegalArgumentException("the alarm rings after a deadline");
        }
    }

    /// Whether the deadline of the whole saga has passed.
    boolean isTooLate(Instant now) {
        return !saga.isAfter(now);
    }

    /// Returns the most urgent deadline that has passed, or empty if none has.
    public Optional<Input> passed(Instant now) {
        if (isTooLate(now)) {
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

    /// Sets an alarm that has rung to the next deadline.
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

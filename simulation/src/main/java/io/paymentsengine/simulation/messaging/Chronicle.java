package io.paymentsengine.simulation.messaging;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.simulation.fate.SimulatedClock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The most recent events that concern selected payments, one per line.
public final class Chronicle {

    private static final int LINES_MAX = 200;

    private final SimulatedClock clock;
    private final Deque<String> lines = new ArrayDeque<>();
    private Optional<Predicate<PaymentId>> subjects = Optional.empty();

    public Chronicle(SimulatedClock clock) {
        this.clock = clock;
    }

    /// Starts over with these payments as subjects; without any, nothing is recorded.
    public void begin(Optional<Predicate<PaymentId>> about) {
        subjects = about;
        lines.clear();
    }

    /// Records an event of a payment.
    public void note(PaymentId payment, Supplier<String> event) {
        if (subjects.isPresent() && subjects.get().test(payment)) {
            add(event.get());
        }
    }

    /// Records an event of a message.
    public void note(String what, Letter letter) {
        note(letter.payment(), () -> what + " " + letter);
    }

    /// Records an event that may concern all payments.
    public void note(String event) {
        if (subjects.isPresent()) {
            add(event);
        }
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    private void add(String event) {
        if (lines.size() == LINES_MAX) {
            lines.removeFirst();
        }
        lines.addLast("%8d ms  %s".formatted(clock.age().toMillis(), event));
    }
}

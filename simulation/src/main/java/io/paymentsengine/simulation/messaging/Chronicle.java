package io.paymentsengine.simulation.messaging;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.simulation.fate.SimulatedClock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// What has happened, as far as it concerns some payments: the last of it, line by line.
public final class Chronicle {

    private static final int LINES_MAX = 200;

    private final SimulatedClock clock;
    private final Deque<String> lines = new ArrayDeque<>();
    private Optional<Predicate<PaymentId>> subjects = Optional.empty();

    public Chronicle(SimulatedClock clock) {
        this.clock = clock;
    }

    /// Begins anew, about these payments; if about none, it stays empty.
    public void begin(Optional<Predicate<PaymentId>> about) {
        subjects = about;
        lines.clear();
    }

    /// Something happened to a payment.
    public void note(PaymentId payment, Supplier<String> event) {
        if (subjects.isPresent() && subjects.get().test(payment)) {
            add(event.get());
        }
    }

    /// Something happened to a message.
    public void note(String what, Letter letter) {
        note(letter.payment(), () -> what + " " + letter);
    }

    /// Something happened that may matter to all.
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

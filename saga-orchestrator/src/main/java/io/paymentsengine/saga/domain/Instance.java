package io.paymentsengine.saga.domain;

import io.paymentsengine.saga.domain.State.Ended;
import java.time.Instant;

/// The progress of one saga.
///
/// @param state its current state
/// @param deadlines how long it waits there
/// @param attention whether a person should look. The saga stays in its state, and a late answer
///     still advances it
/// @param repeats how often the current step was requested again because no answer came
/// @param journalSize the length of its journal
/// @param movedAt when it entered its state
public record Instance(
        State state,
        Deadlines deadlines,
        boolean attention,
        int repeats,
        JournalSize journalSize,
        Instant movedAt) {

    public Instance {
        if (state instanceof Ended && (attention || !deadlines.equals(Deadlines.NONE))) {
            throw new IllegalArgumentException("an ended saga waits for nothing and nobody");
        }
    }

    Instance with(Deadlines changed) {
        return new Instance(state, changed, attention, repeats, journalSize, movedAt);
    }

    Instance with(JournalSize changed) {
        return new Instance(state, deadlines, attention, repeats, changed, movedAt);
    }

    Instance resent(Deadlines changed) {
        return new Instance(state, changed, attention, repeats + 1, journalSize, movedAt);
    }

    Instance needingAttention() {
        Deadlines called = deadlines.withAttention(Deadlines.NEVER);
        return new Instance(state, called, true, repeats, journalSize.noted(), movedAt);
    }
}

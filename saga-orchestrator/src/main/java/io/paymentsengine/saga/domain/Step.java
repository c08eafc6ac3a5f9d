package io.paymentsengine.saga.domain;

import java.util.Locale;

/// What a saga can ask of a participant.
public enum Step {
    VALIDATE,
    RESERVE,
    SETTLE;

    /// The step as the journal and people call it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

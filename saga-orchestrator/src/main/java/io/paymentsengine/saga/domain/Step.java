package io.paymentsengine.saga.domain;

import java.util.Locale;

/// The steps that a saga can request from its participants.
public enum Step {
    VALIDATE,
    RESERVE,
    SETTLE;

    /// The step as the journal and people call it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.paymentsengine.saga.domain;

/// A saga's state in one word, for operators.
public enum Status {
    RUNNING,
    COMPENSATING,
    NEEDS_ATTENTION,
    COMPLETED,
    REJECTED,
    CANCELLED
}

package io.paymentsengine.simulation.fate;

/// What would be wrong with a world: promises of stores, broker or clock that are broken on purpose,
/// so that the simulation can prove that it would find it.
public enum Breach {
    /// Offsets move in a transaction of their own before the effects: a crash in between loses.
    OFFSETS_BEFORE_EFFECTS,
    /// Offsets move in a transaction of their own after the effects: a crash in between repeats.
    OFFSETS_AFTER_EFFECTS,
    /// Messages are sent while the transaction can still be undone.
    SENT_BEFORE_COMMIT,
    /// Messages are in memory alone between commit and sending.
    OUTBOX_IN_MEMORY,
    /// What a crash has left goes from the outbox before it is sent.
    SWEPT_BEFORE_SENT,
    /// Nobody sends what a crash has left.
    NOBODY_SWEEPS,
    /// Nobody asks for payments whose saga never started or whose end got lost.
    NOBODY_ASKS_AGAIN,
    /// The sagas' clock stands still.
    DEADLINES_NEVER_PASS,
    /// That a payment was released before it was reserved is not kept.
    TOMBSTONE_FORGOTTEN,
    /// That a reservation was refused is not kept.
    REFUSAL_FORGOTTEN,
    /// A saga that turns back is not kept.
    TURNING_BACK_FORGOTTEN,
    /// Idempotency keys are not kept.
    KEYS_FORGOTTEN,
    /// The second side of a transfer is not written.
    CREDIT_FORGOTTEN,
    /// That money has entered is not kept: a deposit that comes again is made again.
    DEPOSITS_FORGOTTEN,
    /// Of two accounts that are looked up together, each is taken for the other.
    ACCOUNTS_MIXED_UP,
    /// What is reserved is not given back when it is settled.
    HOLD_KEPT,
    /// Whoever knows a payment's id finds it.
    TENANTS_MIXED
}

package io.paymentsengine.faultagent;

/// Has the name of what is looked for.
interface ConsumedOffsets {
    void move();
}

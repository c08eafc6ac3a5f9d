package io.paymentsengine.faultagent;

/// Has the name of a type whose calls [Survey] looks for.
interface ConsumedOffsets {
    void move();
}

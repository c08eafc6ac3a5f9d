package io.paymentsengine.platform.batching;

/// There is no place left in the queue. Nothing was stored; the caller may come again.
public final class Overloaded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Overloaded(String what) {
        super(what + " has more waiting than it takes");
    }
}

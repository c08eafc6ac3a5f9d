package io.paymentsengine.platform.batching;

/// The queue has no free slot. Nothing was stored; the caller may try again.
public final class QueueFullException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    QueueFullException(String what) {
        super(what + " has more waiting than it takes");
    }
}

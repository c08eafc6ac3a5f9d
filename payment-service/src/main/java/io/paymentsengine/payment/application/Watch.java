package io.paymentsengine.payment.application;

import io.paymentsengine.payment.domain.Payment;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One request that waits for notifications about one payment. Used by a single thread, notified by any.
public final class Watch implements AutoCloseable {

    /// What a request waits for.
    public enum Interest {
        END,
        PROGRESS
    }

    private final Interest interest;
    private final Consumer<Watch> onClose;
    private final Semaphore notifications = new Semaphore(0);
    private volatile Optional<Payment.Ended> end = Optional.empty();
    private volatile boolean over;

    Watch(Interest interest, Consumer<Watch> onClose) {
        this.interest = interest;
        this.onClose = onClose;
    }

    /// Waits until there is a notification, the time is up or the watch is over.
    public void await(Duration atMost) {
        try {
            if (!over && notifications.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
                notifications.drainPermits();
            }
        } catch (InterruptedException stopping) {
            over = true;
            Thread.currentThread().interrupt();
        }
    }

    /// The ended payment, if a notification carried it. It may belong to another tenant, because any id can be
    /// watched.
    Optional<Payment.Ended> end() {
        return end;
    }

    /// Whether waiting any longer is pointless, because the service is stopping.
    public boolean isOver() {
        return over;
    }

    @Override
    public void close() {
        onClose.accept(this);
    }

    Interest interest() {
        return interest;
    }

    void handOver(Payment.Ended payment) {
        end = Optional.of(payment);
        wake();
    }

    void wake() {
        notifications.release();
    }

    void stop() {
        over = true;
        wake();
    }
}

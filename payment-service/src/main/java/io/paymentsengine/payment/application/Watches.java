package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.payment.domain.Payment;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Requests of this process that wait for news of a payment. An end that this process has stored itself
/// comes with the payment. Other news carry nothing but its id: whoever gets some looks again, so news
/// may come twice or, now and then, not at all.
public final class Watches implements AutoCloseable {

    private final Map<PaymentId, Set<Watch>> watched = new ConcurrentHashMap<>();
    private final Map<Watch.Interest, Semaphore> places;
    private volatile boolean closed;

    /// @param endsMax requests that may wait for an end at the same time
    /// @param progressMax streams that may follow a payment at the same time
    public Watches(int endsMax, int progressMax) {
        this.places =
                Map.of(
                        Watch.Interest.END, new Semaphore(endsMax),
                        Watch.Interest.PROGRESS, new Semaphore(progressMax));
    }

    /// Watches a payment until closed, or gives nothing where too many are watching already. Whoever
    /// looks after this can't miss anything.
    public Optional<Watch> watch(PaymentId payment, Watch.Interest interest) {
        Semaphore free = placesOf(interest);
        if (!free.tryAcquire()) {
            return Optional.empty();
        }
        Watch watch = new Watch(interest, gone -> remove(payment, gone));
        watched.compute(
                payment,
                (_, others) -> {
                    Set<Watch> all = others == null ? ConcurrentHashMap.newKeySet() : others;
                    all.add(watch);
                    return all;
                });
        if (closed) {
            watch.stop();
        }
        return Optional.of(watch);
    }

    /// Payments have ended, and this is how: who waits for that need not look.
    public void ended(Collection<? extends Payment.Ended> payments) {
        for (Payment.Ended payment : payments) {
            watchesOf(payment.id()).forEach(watch -> watch.handOver(payment));
        }
    }

    /// Payments have ended, as another replica says.
    public void endedElsewhere(Collection<PaymentId> payments) {
        payments.forEach(id -> watchesOf(id).forEach(Watch::nudge));
    }

    /// Payments have come further, and may have ended.
    public void progressed(Collection<PaymentId> payments) {
        for (PaymentId id : payments) {
            for (Watch watch : watchesOf(id)) {
                if (watch.interest() == Watch.Interest.PROGRESS) {
                    watch.nudge();
                }
            }
        }
    }

    /// How many are watching.
    public int size() {
        return watched.values().stream().mapToInt(Set::size).sum();
    }

    /// Ends all watches, now and later: the service stops, and its clients go on at another replica.
    @Override
    public void close() {
        closed = true;
        watched.values().forEach(each -> each.forEach(Watch::stop));
    }

    private Set<Watch> watchesOf(PaymentId payment) {
        return watched.getOrDefault(payment, Set.of());
    }

    private void remove(PaymentId payment, Watch watch) {
        watched.computeIfPresent(
                payment,
                (_, all) -> {
                    if (all.remove(watch)) {
                        placesOf(watch.interest()).release();
                    }
                    return all.isEmpty() ? null : all;
                });
    }

    private Semaphore placesOf(Watch.Interest interest) {
        Semaphore free = places.get(interest);
        if (free == null) {
            throw new IllegalStateException("no places for " + interest);
        }
        return free;
    }
}

package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.domain.Payment;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Requests of this process that wait for news of a payment. An end that this process has stored itself
/// comes with the payment. Other news carry nothing but its id: whoever gets some looks again, so news
/// may come twice or, now and then, not at all.
public final class Watches implements AutoCloseable {

    private final Map<PaymentId, Set<Watch>> watched = new ConcurrentHashMap<>();
    private final Places ends;
    private final Places streams;
    private volatile boolean closed;

    /// @param endsMax requests that may wait for an end at the same time
    /// @param progressMax streams that may follow a payment at the same time
    public Watches(int endsMax, int progressMax) {
        this.ends = new Places(endsMax);
        this.streams = new Places(progressMax);
    }

    /// Watches for a payment's end until closed, or gives nothing where too many are watching already, of
    /// whom no tenant has all of the places. Whoever looks after this can't miss anything.
    public Optional<Watch> watchEnd(PaymentKey payment) {
        return watch(payment, Watch.Interest.END, ends);
    }

    /// The same for all that happens to a payment.
    public Optional<Watch> watchProgress(PaymentKey payment) {
        return watch(payment, Watch.Interest.PROGRESS, streams);
    }

    private Optional<Watch> watch(PaymentKey payment, Watch.Interest interest, Places places) {
        TenantId tenant = payment.tenant();
        return places.take(tenant)
                ? Optional.of(watch(payment.id(), interest, () -> places.giveBack(tenant)))
                : Optional.empty();
    }

    private Watch watch(PaymentId payment, Watch.Interest interest, Runnable giveBack) {
        Watch watch = new Watch(interest, gone -> remove(payment, gone, giveBack));
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
        return watch;
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

    /// Whether anybody waits for such news. Whoever comes later looks for itself, and may miss them.
    public boolean isWanted(Watch.Interest news) {
        return switch (news) {
            case END -> !watched.isEmpty();
            case PROGRESS -> streams.areHeld();
        };
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

    private void remove(PaymentId payment, Watch watch, Runnable giveBack) {
        watched.computeIfPresent(
                payment,
                (_, all) -> {
                    if (all.remove(watch)) {
                        giveBack.run();
                    }
                    return all.isEmpty() ? null : all;
                });
    }
}

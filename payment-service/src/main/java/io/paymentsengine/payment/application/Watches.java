package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.domain.Payment;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Requests of this process that wait for notifications about payments. When this process has stored an end
/// itself, the notification carries the ended payment. Other notifications carry only its id, and the request
/// reads the payment again, so they may arrive twice or occasionally not at all.
public final class Watches implements AutoCloseable {

    private final Map<PaymentId, Set<Watch>> watched = new ConcurrentHashMap<>();
    private final FairQuota endQuota;
    private final FairQuota streamQuota;
    private volatile boolean closed;

    /// @param endsMax maximum number of requests that wait for an end at the same time
    /// @param progressMax maximum number of streams that follow a payment at the same time
    public Watches(int endsMax, int progressMax) {
        this.endQuota = new FairQuota(endsMax);
        this.streamQuota = new FairQuota(progressMax);
    }

    /// Watches for a payment's end until closed. Returns empty if too many requests are watching already; no
    /// single tenant gets all of the slots. A caller that reads the payment after this call can't miss
    /// anything.
    public Optional<Watch> watchEnd(PaymentKey payment) {
        return watch(payment, Watch.Interest.END, endQuota);
    }

    /// Like [#watchEnd], for everything that happens to a payment.
    public Optional<Watch> watchProgress(PaymentKey payment) {
        return watch(payment, Watch.Interest.PROGRESS, streamQuota);
    }

    private Optional<Watch> watch(PaymentKey payment, Watch.Interest interest, FairQuota quota) {
        TenantId tenant = payment.tenant();
        return quota.take(tenant)
                ? Optional.of(watch(payment.id(), interest, () -> quota.giveBack(tenant)))
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

    /// Passes ended payments on to the requests that wait for them, which need not read them again.
    public void ended(Collection<? extends Payment.Ended> payments) {
        for (Payment.Ended payment : payments) {
            watchesOf(payment.id()).forEach(watch -> watch.handOver(payment));
        }
    }

    /// Reports that payments have ended, according to another replica.
    public void endedElsewhere(Collection<PaymentId> payments) {
        payments.forEach(id -> watchesOf(id).forEach(Watch::wake));
    }

    /// Reports that payments have made progress. They may have ended.
    public void progressed(Collection<PaymentId> payments) {
        for (PaymentId id : payments) {
            for (Watch watch : watchesOf(id)) {
                if (watch.interest() == Watch.Interest.PROGRESS) {
                    watch.wake();
                }
            }
        }
    }

    /// Whether any request waits for such notifications. A request that arrives later reads the payment by
    /// itself, so it may miss them.
    public boolean isWanted(Watch.Interest interest) {
        return switch (interest) {
            case END -> !watched.isEmpty();
            case PROGRESS -> streamQuota.areHeld();
        };
    }

    /// The number of open watches.
    public int size() {
        return watched.values().stream().mapToInt(Set::size).sum();
    }

    /// Ends all watches, present and future: the service is stopping, and its clients continue at another
    /// replica.
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

package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.vocabulary.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How many payments are on their way. Accepted for long faster than they end, payments would wait until
/// their saga's deadline has passed, and be rejected: a refusal at the door is better.
///
/// All tenants' payments wait in the same lines, so it is their sum that is bounded. Once it is reached, who
/// has less than an equal share of it is let in all the same.
///
/// They are counted on disk, so that replicas need not know of each other, and now and then, so there may be
/// more by what comes between two counts. Those that have not ended long after their time wait for something
/// else, and count no longer.
@Service
public class Backlog {

    private final Payments payments;
    private final PaymentMeters meters;
    private final Clock clock;
    private final Set<TenantId> full = ConcurrentHashMap.newKeySet();

    Backlog(Payments payments, PaymentMeters meters, Clock clock) {
        this.payments = payments;
        this.meters = meters;
        this.clock = clock;
    }

    /// Whether a tenant has as many payments on their way as it may have, by the last count.
    public boolean isFull(TenantId tenant) {
        return full.contains(tenant);
    }

    /// Counts these tenants' payments.
    ///
    /// @param age how long ago those that count were accepted at most
    /// @param max how many all tenants may have together
    @Transactional(readOnly = true)
    public void count(Collection<TenantId> tenants, Duration age, int max) {
        Map<TenantId, Integer> counted =
                payments.countAccepted(tenants, clock.instant().minus(age), max);
        long all = counted.values().stream().mapToLong(Integer::longValue).sum();
        long sharing = counted.values().stream().filter(open -> open > 0).count();
        counted.forEach(
                (tenant, open) -> {
                    meters.open(tenant, open);
                    if (all >= max && open * sharing >= max) {
                        full.add(tenant);
                    } else {
                        full.remove(tenant);
                    }
                });
    }
}

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

/// Limits the number of payments in flight. If payments are accepted faster than they end for some time, they
/// wait until their saga's deadline has passed and are rejected. It is better to refuse the request.
///
/// The payments of all tenants wait in the same queues, so the limit applies to their sum. Once it is reached,
/// a tenant with less than an equal share of it is still let in.
///
/// Payments are counted in the database, so replicas need not know of each other. They are counted at
/// intervals, so the limit can be exceeded by what is accepted between two counts. Payments that have not ended
/// long after they should have are waiting for something else and no longer count.
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

    /// Whether the tenant had as many payments in flight as it may have at the last count.
    public boolean isFull(TenantId tenant) {
        return full.contains(tenant);
    }

    /// Counts the payments of these tenants.
    ///
    /// @param age maximum time since the payments that count were accepted
    /// @param max how many payments all tenants together may have in flight
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

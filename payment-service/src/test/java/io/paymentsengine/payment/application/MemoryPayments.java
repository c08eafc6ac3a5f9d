package io.paymentsengine.payment.application;

import static java.util.stream.Collectors.toMap;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.domain.Payment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;

/// In-memory store for tests of use cases, which don't need a database.
final class MemoryPayments implements Payments {

    private final Map<PaymentKey, Payment> all = new ConcurrentHashMap<>();
    private final Map<RequestKey, Payment.Accepted> used = new ConcurrentHashMap<>();
    private final Map<PaymentKey, Instant> cancellations = new ConcurrentHashMap<>();
    private final List<Payment.Ended> endingMeanwhile = new ArrayList<>();
    private final AtomicInteger looksThatFail = new AtomicInteger();

    /// A store that already contains these payments.
    static MemoryPayments with(Payment... payments) {
        MemoryPayments memory = new MemoryPayments();
        for (Payment payment : payments) {
            memory.all.put(keyOf(payment), payment);
        }
        return memory;
    }

    /// Makes the next reads of single payments fail, as if the store were unavailable.
    void failLooks(int count) {
        looksThatFail.set(count);
    }

    @Override
    public Set<PaymentId> addAll(Collection<NewPayment> payments) {
        Set<PaymentId> stored = new HashSet<>();
        for (NewPayment each : payments) {
            boolean fresh =
                    !all.containsKey(keyOf(each.payment()))
                            && each.requestKey()
                                    .map(key -> used.putIfAbsent(key, each.payment()) == null)
                                    .orElse(true);
            if (fresh) {
                all.put(keyOf(each.payment()), each.payment());
                stored.add(each.payment().id());
            }
        }
        return stored;
    }

    @Override
    public Map<RequestKey, Payment.Accepted> findByRequestKeys(Collection<RequestKey> keys) {
        return used.entrySet().stream()
                .filter(entry -> keys.contains(entry.getKey()))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Optional<Payment> find(PaymentKey key) {
        if (looksThatFail.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new DataAccessResourceFailureException("the store is away");
        }
        return Optional.ofNullable(all.get(key));
    }

    @Override
    public Map<PaymentKey, Payment> findAll(Collection<PaymentKey> keys) {
        return keys.stream()
                .filter(all::containsKey)
                .collect(toMap(Function.identity(), key -> find(key).orElseThrow()));
    }

    @Override
    public List<Payment> list(PaymentQuery query) {
        return all.values().stream()
                .filter(payment -> payment.tenant().equals(query.tenant()))
                .sorted(Comparator.comparing(Payment::id).reversed())
                .limit(query.rows())
                .toList();
    }

    @Override
    public List<OpenPayment> lockAccepted(OpenQuery query) {
        return oldestFirst(query.tenant(), query.before())
                .filter(Payment.Accepted.class::isInstance)
                .map(Payment.Accepted.class::cast)
                .filter(payment -> query.after().stream().allMatch(isBehind(payment)))
                .limit(query.max())
                .map(payment -> new OpenPayment(payment, cancellationOf(payment)))
                .toList();
    }

    @Override
    public Map<TenantId, Integer> countAccepted(
            Collection<TenantId> tenants, Instant since, int max) {
        return tenants.stream()
                .collect(toMap(tenant -> tenant, tenant -> countAccepted(tenant, since, max)));
    }

    private int countAccepted(TenantId tenant, Instant since, int max) {
        return (int)
                all.values().stream()
                        .filter(Payment.Accepted.class::isInstance)
                        .filter(payment -> payment.tenant().equals(tenant))
                        .filter(payment -> !payment.createdAt().isBefore(since))
                        .limit(max)
                        .count();
    }

    /// Makes this payment end between the next read and the write that follows it.
    void endMeanwhile(Payment.Ended payment) {
        endingMeanwhile.add(payment);
    }

    @Override
    public boolean requestCancellation(PaymentKey key, Instant at) {
        endAll(endingMeanwhile);
        return all.get(key) instanceof Payment.Accepted
                && cancellations.putIfAbsent(key, at) == null;
    }

    /// When the client requested the cancellation of this payment, if it did.
    Optional<Instant> cancellationOf(Payment payment) {
        return Optional.ofNullable(cancellations.get(keyOf(payment)));
    }

    @Override
    public void endAll(Collection<? extends Payment.Ended> ended) {
        ended.forEach(payment -> all.put(keyOf(payment), payment));
    }

    @Override
    public int expireKeys(TenantId tenant, Instant now, Duration age, int max) {
        List<PaymentId> forgotten =
                oldestFirst(tenant, now.minus(age))
                        .filter(Payment.Ended.class::isInstance)
                        .map(Payment::id)
                        .filter(id -> used.values().stream().anyMatch(hasId(id)))
                        .limit(max)
                        .toList();
        used.values().removeIf(payment -> forgotten.contains(payment.id()));
        return forgotten.size();
    }

    private Stream<Payment> oldestFirst(TenantId tenant, Instant before) {
        return all.values().stream()
                .filter(payment -> payment.tenant().equals(tenant))
                .filter(payment -> payment.createdAt().isBefore(before))
                .sorted(Comparator.comparing(Payment::id));
    }

    private static Predicate<PaymentId> isBehind(Payment payment) {
        return after -> payment.id().compareTo(after) > 0;
    }

    private static Predicate<Payment> hasId(PaymentId id) {
        return payment -> payment.id().equals(id);
    }

    private static PaymentKey keyOf(Payment payment) {
        return new PaymentKey(payment.tenant(), payment.id());
    }
}

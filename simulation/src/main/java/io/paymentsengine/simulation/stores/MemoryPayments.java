package io.paymentsengine.simulation.stores;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.application.NewPayment;
import io.paymentsengine.payment.application.OpenPayment;
import io.paymentsengine.payment.application.OpenQuery;
import io.paymentsengine.payment.application.PaymentKey;
import io.paymentsengine.payment.application.PaymentQuery;
import io.paymentsengine.payment.application.Payments;
import io.paymentsengine.payment.application.RequestKey;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.simulation.fate.Breach;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Payments, their idempotency keys, and how often each payment was ended.
public final class MemoryPayments implements Payments {

    private final Table<PaymentKey, Payment> payments;
    private final Table<RequestKey, PaymentKey> keys;
    private final Table<PaymentKey, Payment.Accepted> open;
    private final Table<PaymentKey, Instant> cancellations;
    private final Table<PaymentKey, Integer> ends;
    private final Set<Breach> breaches;

    public MemoryPayments(Database database, Set<Breach> breaches) {
        this.payments = database.table();
        this.keys = database.table();
        this.open = database.table();
        this.cancellations = database.table();
        this.ends = database.table();
        this.breaches = breaches;
    }

    @Override
    public Set<PaymentId> addAll(Collection<NewPayment> added) {
        return added.stream().filter(this::add).map(each -> each.payment().id()).collect(toSet());
    }

    @Override
    public Map<RequestKey, Payment.Accepted> findByRequestKeys(Collection<RequestKey> asked) {
        Map<RequestKey, Payment.Accepted> found = new HashMap<>();
        asked.forEach(key -> find(key).ifPresent(payment -> found.put(key, asAccepted(payment))));
        return found;
    }

    @Override
    public Optional<Payment> find(PaymentKey key) {
        if (breaches.contains(Breach.PAYMENTS_HIDDEN)) {
            return Optional.empty();
        }
        return breaches.contains(Breach.TENANTS_MIXED)
                ? payments.findFirst(each -> each.id().equals(key.id()))
                : payments.find(key);
    }

    @Override
    public Map<PaymentKey, Payment> findAll(Collection<PaymentKey> asked) {
        return asked.stream()
                .flatMap(key -> payments.find(key).stream())
                .map(each -> breaches.contains(Breach.ENDS_OVERLOOKED) ? asAccepted(each) : each)
                .collect(toMap(MemoryPayments::keyOf, each -> each));
    }

    @Override
    public List<Payment> list(PaymentQuery query) {
        throw new UnsupportedOperationException("not used by the simulation");
    }

    @Override
    public List<OpenPayment> lockAccepted(OpenQuery query) {
        return open.all().stream()
                .filter(each -> each.tenant().equals(query.tenant()))
                .filter(each -> each.createdAt().isBefore(query.before()))
                .filter(each -> query.after().filter(last -> !isAfter(each, last)).isEmpty())
                .sorted(Comparator.comparing(Payment::id))
                .limit(query.max())
                .map(each -> new OpenPayment(each, cancellations.find(keyOf(each))))
                .toList();
    }

    @Override
    public Map<TenantId, Integer> countAccepted(
            Collection<TenantId> tenants, Instant since, int max) {
        throw new UnsupportedOperationException("not used by the simulation");
    }

    @Override
    public boolean requestCancellation(PaymentKey key, Instant at) {
        boolean stores = open.has(key) && !cancellations.has(key);
        if (stores) {
            cancellations.insert(key, at);
        }
        return stores;
    }

    @Override
    public int expireKeys(TenantId tenant, Instant now, Duration age, int max) {
        throw new UnsupportedOperationException("not used by the simulation");
    }

    @Override
    public void endAll(Collection<? extends Payment.Ended> ended) {
        for (Payment.Ended each : ended) {
            PaymentKey key = keyOf(each);
            if (!open.has(key) && !breaches.contains(Breach.ENDS_OVERLOOKED)) {
                throw new IllegalStateException(each + " is not there, or has ended");
            }
            payments.put(key, each);
            if (!breaches.contains(Breach.ENDS_UNLISTED)) {
                open.remove(key);
            }
            ends.put(key, ends.find(key).orElse(0) + 1);
        }
    }

    /// Every payment.
    public Collection<Payment> all() {
        return payments.all();
    }

    /// Payments that have not ended.
    public Collection<Payment.Accepted> open() {
        return open.all();
    }

    /// How often a payment was ended.
    public int endsOf(Payment payment) {
        return ends.find(keyOf(payment)).orElse(0);
    }

    private Optional<Payment> find(RequestKey key) {
        if (breaches.contains(Breach.KEYS_HIDDEN)) {
            return Optional.empty();
        }
        Optional<PaymentKey> found =
                breaches.contains(Breach.KEYS_MIXED) || breaches.contains(Breach.KEYS_SHARED)
                        ? keys.findFirst(each -> each.value().equals(key.value()))
                        : keys.find(key);
        return found.flatMap(payments::find);
    }

    private boolean add(NewPayment added) {
        Payment.Accepted payment = added.payment();
        Optional<RequestKey> key =
                added.key().map(value -> new RequestKey(payment.tenant(), value));
        if (payments.has(keyOf(payment)) || key.filter(this::isTaken).isPresent()) {
            return false;
        }
        payments.insert(keyOf(payment), payment);
        open.insert(keyOf(payment), payment);
        if (!breaches.contains(Breach.KEYS_FORGOTTEN)) {
            key.ifPresent(value -> keys.insert(value, keyOf(payment)));
        }
        return true;
    }

    private boolean isTaken(RequestKey key) {
        return breaches.contains(Breach.KEYS_SHARED)
                ? keys.findFirst(each -> each.value().equals(key.value())).isPresent()
                : keys.has(key);
    }

    private static boolean isAfter(Payment payment, PaymentId other) {
        return payment.id().compareTo(other) > 0;
    }

    private static Payment.Accepted asAccepted(Payment payment) {
        return switch (payment) {
            case Payment.Accepted accepted -> accepted;
            case Payment.Ended ended -> ended.request();
        };
    }

    private static PaymentKey keyOf(Payment payment) {
        return new PaymentKey(payment.tenant(), payment.id());
    }
}

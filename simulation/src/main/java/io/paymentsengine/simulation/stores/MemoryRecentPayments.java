package io.paymentsengine.simulation.stores;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.validation.application.RecentPayments;
import io.paymentsengine.validation.domain.Facts;
import io.paymentsengine.validation.domain.Limits;
import io.paymentsengine.validation.domain.Payment;
import io.paymentsengine.validation.domain.RecentActivity;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sliding windows as Redis keeps them: outside of transactions, so that a rolled back transaction leaves its
/// traces here, and lost when Redis is flushed.
public final class MemoryRecentPayments implements RecentPayments {

    /// Payments that are otherwise the same and closer together than this are duplicates.
    private static final Duration DUPLICATE_WINDOW = Duration.ofSeconds(10);

    private final Map<Window, Map<PaymentId, Instant>> windows = new HashMap<>();
    private final Map<Duplicate, Map<PaymentId, Instant>> duplicates = new HashMap<>();

    /// The window of an account, or of the whole tenant if the account is empty.
    private record Window(TenantId tenant, Optional<String> account) {}

    private record Duplicate(TenantId tenant, String same) {}

    @Override
    public List<RecentActivity> before(List<Observed> payments) {
        return payments.stream().map(this::before).toList();
    }

    /// Forgets everything.
    public void flush() {
        windows.clear();
        duplicates.clear();
    }

    private RecentActivity before(Observed observed) {
        Facts facts = observed.facts();
        Payment payment = facts.payment();
        Window ofAccount = new Window(payment.tenant(), Optional.of(debtor(facts)));
        Window ofTenant = new Window(payment.tenant(), Optional.empty());
        Optional<Duplicate> duplicate = duplicateOf(facts);
        RecentActivity activity =
                new RecentActivity(
                        count(ofAccount, payment),
                        count(ofTenant, payment),
                        duplicate.flatMap(key -> find(key, payment)));
        if (observed.counts() && isWithin(activity, facts.limits())) {
            enter(ofAccount, payment);
            enter(ofTenant, payment);
            duplicate.ifPresent(
                    key ->
                            duplicates
                                    .computeIfAbsent(key, _ -> new LinkedHashMap<>())
                                    .put(payment.id(), payment.requestedAt()));
        }
        return activity;
    }

    private static boolean isWithin(RecentActivity activity, Limits limits) {
        return activity.duplicate().isEmpty()
                && activity.ofAccount() < limits.paymentsPerMinuteAndAccount()
                && activity.ofTenant() < limits.paymentsPerMinute();
    }

    private long count(Window window, Payment payment) {
        Instant to = payment.requestedAt();
        Instant from = to.minus(Limits.WINDOW);
        return windows.getOrDefault(window, Map.of()).entrySet().stream()
                .filter(other -> !other.getKey().equals(payment.id()))
                .map(Map.Entry::getValue)
                .filter(at -> at.isAfter(from) && !at.isAfter(to))
                .count();
    }

    private void enter(Window window, Payment payment) {
        Map<PaymentId, Instant> entered =
                windows.computeIfAbsent(window, _ -> new LinkedHashMap<>());
        Instant over = payment.requestedAt().minus(Limits.WINDOW);
        entered.values().removeIf(at -> !at.isAfter(over));
        entered.put(payment.id(), payment.requestedAt());
    }

    private Optional<PaymentId> find(Duplicate duplicate, Payment payment) {
        return duplicates.getOrDefault(duplicate, Map.of()).entrySet().stream()
                .filter(other -> !other.getKey().equals(payment.id()))
                .filter(
                        other ->
                                Duration.between(other.getValue(), payment.requestedAt())
                                                .abs()
                                                .compareTo(DUPLICATE_WINDOW)
                                        < 0)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Optional<Duplicate> duplicateOf(Facts facts) {
        Payment payment = facts.payment();
        String creditor =
                facts.creditor()
                        .map(account -> account.id().toString())
                        .orElse(payment.creditor().value());
        String same =
                String.join(
                        "\n",
                        debtor(facts),
                        creditor,
                        payment.amount().toString(),
                        payment.reference());
        return payment.reference().isBlank()
                ? Optional.empty()
                : Optional.of(new Duplicate(payment.tenant(), same));
    }

    private static String debtor(Facts facts) {
        return facts.debtor()
                .map(account -> account.id().toString())
                .orElse(facts.payment().debtor().value());
    }
}

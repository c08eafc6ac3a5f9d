package io.paymentsengine.validation.application;

import static java.util.stream.Collectors.toMap;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.paymentsengine.contracts.Message;
import io.paymentsengine.contracts.ValidationCommand;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.ids.Ids;
import io.paymentsengine.platform.messaging.Outgoing;
import io.paymentsengine.platform.messaging.Received;
import io.paymentsengine.platform.telemetry.TenantTags;
import io.paymentsengine.platform.tenancy.Tenant;
import io.paymentsengine.platform.tenancy.Tenants;
import io.paymentsengine.validation.domain.Account;
import io.paymentsengine.validation.domain.Decision;
import io.paymentsengine.validation.domain.RecentActivity;
import io.paymentsengine.validation.domain.ScreeningList;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

/// Everything that use cases work with, in memory.
final class Desk implements Decisions, LimitChanges, Accounts {

    static final TenantId STD = new TenantId("STD-001");
    static final TenantId NED = new TenantId("NED-001");
    static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    final Map<Decision.Key, Decision> decisions = new HashMap<>();
    final List<LimitChange> changes = new ArrayList<>();
    final Map<Accounts.Key, Account> accounts = new HashMap<>();
    final Set<TenantId> strangers = new HashSet<>();
    final List<Outgoing> sent = new ArrayList<>();
    final List<String> dead = new ArrayList<>();
    final List<RecentPayments.Observed> observed = new ArrayList<>();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Tenants tenants = new Tenants(List.of(tenant(STD), tenant(NED)));

    ReadLimits readLimits() {
        return new ReadLimits(tenants, this);
    }

    Assessment assessment() {
        return new Assessment(
                readLimits(), this, this::before, new ScreeningList(List.of("Mallory")));
    }

    /// Handles commands, and then everything that waits for their commit.
    void validate(TenantId tenant, ValidationCommand... commands) {
        DecisionMeter meter = new DecisionMeter(registry, new TenantTags(tenants));
        TransactionSynchronizationManager.initSynchronization();
        try {
            new ValidatePayments(
                            this,
                            assessment(),
                            sent::addAll,
                            (_, reason, detail) -> dead.add(reason + ": " + detail),
                            meter,
                            CLOCK)
                    .validate(
                            Stream.of(commands)
                                    .map(each -> new Received<>(each, tenant, "trace", null))
                                    .toList());
            TransactionSynchronizationUtils.invokeAfterCommit(
                    TransactionSynchronizationManager.getSynchronizations());
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    /// Adds an account in euros for this tenant.
    AccountReference account(TenantId tenant) {
        Account account =
                new Account(
                        new AccountId(Ids.next()),
                        Optional.empty(),
                        Account.Status.OPEN,
                        Money.of(1, "EUR").currency());
        AccountReference reference = AccountReference.to(account.id());
        accounts.put(new Accounts.Key(tenant, reference), account);
        return reference;
    }

    /// The messages sent since the last call.
    List<Message> heard() {
        List<Message> messages = sent.stream().map(Outgoing::message).toList();
        sent.clear();
        return messages;
    }

    double counted(String outcome) {
        return registry.find("payments.decisions").tag("outcome", outcome).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    @Override
    public Map<Decision.Key, Decision> find(Collection<Decision.Key> keys) {
        return keys.stream()
                .flatMap(key -> Optional.ofNullable(decisions.get(key)).stream())
                .collect(toMap(Decision::key, Function.identity()));
    }

    @Override
    public void addAll(Collection<Decision> made) {
        made.forEach(decision -> decisions.put(decision.key(), decision));
    }

    @Override
    public Map<TenantId, LimitChange> latest(Collection<TenantId> asked) {
        return changes.stream()
                .filter(change -> asked.contains(change.tenant()))
                .collect(toMap(LimitChange::tenant, Function.identity(), (_, later) -> later));
    }

    @Override
    public void add(LimitChange change) {
        changes.add(change);
    }

    @Override
    public Known find(Set<Accounts.Key> references) {
        return new Known(
                references.stream()
                        .filter(accounts::containsKey)
                        .collect(toMap(Function.identity(), this::account)),
                strangers);
    }

    private Account account(Accounts.Key key) {
        return Optional.ofNullable(accounts.get(key)).orElseThrow();
    }

    /// Each payment sees those that were counted before it.
    private List<RecentActivity> before(List<RecentPayments.Observed> payments) {
        List<RecentActivity> activity = new ArrayList<>();
        for (RecentPayments.Observed each : payments) {
            long before =
                    observed.stream()
                            .filter(other -> other.counts() && other.tenant().equals(each.tenant()))
                            .count();
            activity.add(new RecentActivity(before, before, Optional.empty()));
            observed.add(each);
        }
        return activity;
    }

    private static Tenant tenant(TenantId id) {
        return new Tenant(
                id,
                "A tenant",
                Tenant.Tier.STANDARD,
                new Tenant.Limits(Map.of("EUR", "100.00"), 2, 3),
                new Tenant.Quotas(1));
    }
}

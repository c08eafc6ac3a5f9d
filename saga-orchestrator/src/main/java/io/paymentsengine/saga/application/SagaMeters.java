package io.paymentsengine.saga.application;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.telemetry.MeterNames;
import io.paymentsengine.platform.telemetry.TenantTags;
import io.paymentsengine.platform.tenancy.Tenant;
import io.paymentsengine.platform.tenancy.Tenants;
import io.paymentsengine.saga.domain.PaymentSaga;
import io.paymentsengine.saga.domain.State.Ended;
import io.paymentsengine.saga.domain.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Metrics of the sagas: how they end and how long they take, how many are open, and which of them
/// need a person.
@Component
class SagaMeters {

    private static final Logger LOG = LoggerFactory.getLogger(SagaMeters.class);

    private final MeterRegistry meters;
    private final TenantTags tags;
    private final Map<TenantId, AtomicLong> open = new HashMap<>();
    private final Map<TenantId, AtomicLong> attention = new HashMap<>();

    SagaMeters(MeterRegistry meters, TenantTags tags, Tenants tenants) {
        this.meters = meters;
        this.tags = tags;
        for (Tenant tenant : tenants.all()) {
            open.put(
                    tenant.id(),
                    gauge(MeterNames.SAGAS_OPEN, "Sagas that have not ended", tenant.id()));
            attention.put(
                    tenant.id(),
                    gauge(
                            MeterNames.SAGAS_NEEDING_ATTENTION,
                            "Sagas that wait for an operator",
                            tenant.id()));
        }
    }

    /// Updates the gauges of open sagas.
    void counted(Collection<Sagas.Count> counts) {
        open.forEach((tenant, gauge) -> gauge.set(sum(counts, tenant, Status.values())));
        attention.forEach(
                (tenant, gauge) -> gauge.set(sum(counts, tenant, Status.NEEDS_ATTENTION)));
    }

    /// Records ended sagas. Each timer is looked up once for all sagas that it measures.
    void ended(Collection<PaymentSaga> sagas) {
        sagas.stream()
                .flatMap(saga -> End.of(saga).stream())
                .collect(groupingBy(End::kind, mapping(End::taken, toList())))
                .forEach((kind, all) -> all.forEach(timer(kind)::record));
    }

    private record Kind(TenantId tenant, String outcome) {}

    private record End(Kind kind, Duration taken) {

        static Optional<End> of(PaymentSaga saga) {
            return saga.instance().state() instanceof Ended(var outcome, var at)
                    ? Optional.of(
                            new End(
                                    new Kind(
                                            saga.key().tenant(),
                                            outcome.word().toLowerCase(Locale.ROOT)),
                                    between(saga.createdAt(), at)))
                    : Optional.empty();
        }
    }

    void calledForAttention(PaymentSaga saga) {
        LOG.warn(
                "Payment {} of {} makes no progress and needs attention: {}",
                saga.key().payment(),
                saga.key().tenant(),
                saga.instance().state());
    }

    private static Duration between(Instant start, Instant end) {
        Duration taken = Duration.between(start, end);
        return taken.isNegative() ? Duration.ZERO : taken;
    }

    private Timer timer(Kind kind) {
        return Timer.builder(MeterNames.SAGAS_DURATION)
                .description("From the start of a saga to its end")
                .tags(tags.of(kind.tenant()))
                .tag(MeterNames.OUTCOME, kind.outcome())
                .register(meters);
    }

    private AtomicLong gauge(String name, String description, TenantId tenant) {
        AtomicLong value = new AtomicLong();
        Gauge.builder(name, value, AtomicLong::doubleValue)
                .description(description)
                .tags(tags.of(tenant))
                .register(meters);
        return value;
    }

    private static long sum(Collection<Sagas.Count> counts, TenantId tenant, Status... such) {
        return counts.stream()
                .filter(count -> count.tenant().equals(tenant))
                .filter(count -> List.of(such).contains(count.status()))
                .mapToLong(Sagas.Count::sagas)
                .sum();
    }
}

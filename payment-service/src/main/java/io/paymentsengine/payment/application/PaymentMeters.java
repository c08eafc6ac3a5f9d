package io.paymentsengine.payment.application;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.platform.telemetry.MeterNames;
import io.paymentsengine.platform.telemetry.TenantTags;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Counts payments. Each meter is looked up once for all payments that it counts.
@Component
class PaymentMeters {

    private final MeterRegistry meters;
    private final TenantTags tags;
    private final Map<TenantId, AtomicInteger> open = new ConcurrentHashMap<>();

    PaymentMeters(MeterRegistry meters, TenantTags tags) {
        this.meters = meters;
        this.tags = tags;
    }

    void accepted(Collection<Payment> payments) {
        payments.stream()
                .collect(groupingBy(Payment::tenant, counting()))
                .forEach(
                        (tenant, count) ->
                                meters.counter(MeterNames.ACCEPTED, tags.of(tenant))
                                        .increment(count));
    }

    void refused(TenantId tenant) {
        meters.counter(MeterNames.THROTTLED, tags.of(tenant)).increment();
    }

    void open(TenantId tenant, int count) {
        open.computeIfAbsent(tenant, this::gauge).set(count);
    }

    private AtomicInteger gauge(TenantId tenant) {
        return meters.gauge(MeterNames.OPEN, tags.of(tenant), new AtomicInteger());
    }

    void ended(Collection<Payment.Ended> payments) {
        payments.stream()
                .collect(groupingBy(Kind::of))
                .forEach((kind, all) -> all.forEach(into(timer(kind))));
    }

    private record Kind(TenantId tenant, Payment.Status outcome) {

        static Kind of(Payment payment) {
            return new Kind(payment.tenant(), payment.status());
        }
    }

    private Timer timer(Kind kind) {
        String outcome = kind.outcome().name().toLowerCase(Locale.ROOT);
        return meters.timer(
                MeterNames.DURATION, tags.of(kind.tenant()).and(MeterNames.OUTCOME, outcome));
    }

    private static Consumer<Payment.Ended> into(Timer timer) {
        return payment -> timer.record(Duration.between(payment.createdAt(), payment.endedAt()));
    }
}

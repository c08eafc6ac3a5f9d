package io.paymentsengine.payment.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.platform.telemetry.MeterNames;
import io.paymentsengine.platform.telemetry.TenantTags;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Counts payments.
@Component
class PaymentMeters {

    private final MeterRegistry meters;
    private final TenantTags tags;

    PaymentMeters(MeterRegistry meters, TenantTags tags) {
        this.meters = meters;
        this.tags = tags;
    }

    void accepted(Payment payment) {
        meters.counter(MeterNames.ACCEPTED, tags.of(payment.tenant())).increment();
    }

    void ended(Collection<Payment.Ended> payments) {
        for (Payment.Ended payment : payments) {
            String outcome = payment.status().name().toLowerCase(Locale.ROOT);
            meters.timer(
                            MeterNames.DURATION,
                            tags.of(payment.tenant()).and(MeterNames.OUTCOME, outcome))
                    .record(Duration.between(payment.createdAt(), payment.endedAt()));
        }
    }
}

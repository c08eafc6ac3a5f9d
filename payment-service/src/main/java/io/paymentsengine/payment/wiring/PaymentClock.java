package io.paymentsengine.payment.wiring;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.application.AskAgain;
import io.paymentsengine.platform.tenancy.Tenant;
import io.paymentsengine.platform.tenancy.Tenants;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks at intervals for payments that should have ended, tenant by tenant. Each look reads a range of an
/// index in a transaction of its own.
@Component
class PaymentClock {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentClock.class);

    private final AskAgain askAgain;
    private final List<TenantId> tenants;
    private final Duration age;
    private final int max;
    private final Map<TenantId, PaymentId> lastAsked = new ConcurrentHashMap<>();

    PaymentClock(AskAgain askAgain, Tenants tenants, PaymentProperties properties) {
        this.askAgain = askAgain;
        this.tenants = tenants.all().stream().map(Tenant::id).toList();
        this.age = properties.askAgainAfter();
        this.max = properties.askAgainMax();
    }

    @Scheduled(fixedDelayString = "${payments.payment.ask-again-interval:1m}")
    void askAgain() {
        EachTenant.run(tenants, this::askAgain);
    }

    /// Each round continues after the previous one, whose commands have been committed.
    private void askAgain(TenantId tenant) {
        AskAgain.Round round =
                askAgain.ask(tenant, Optional.ofNullable(lastAsked.get(tenant)), age, max);
        round.last()
                .ifPresentOrElse(
                        payment -> lastAsked.put(tenant, payment), () -> lastAsked.remove(tenant));
        if (round.asked() > 0) {
            LOG.info(
                    "{} payments of tenant {} have not ended after {}: their sagas are requested again",
                    round.asked(),
                    tenant,
                    age);
        }
    }
}

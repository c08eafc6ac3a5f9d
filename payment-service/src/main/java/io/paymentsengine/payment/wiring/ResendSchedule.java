package io.paymentsengine.payment.wiring;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.application.ResendCommands;
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
class ResendSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(ResendSchedule.class);

    private final ResendCommands resendCommands;
    private final List<TenantId> tenants;
    private final Duration age;
    private final int max;
    private final Map<TenantId, PaymentId> lastResent = new ConcurrentHashMap<>();

    ResendSchedule(ResendCommands resendCommands, Tenants tenants, PaymentProperties properties) {
        this.resendCommands = resendCommands;
        this.tenants = tenants.all().stream().map(Tenant::id).toList();
        this.age = properties.resendAfter();
        this.max = properties.resendMax();
    }

    @Scheduled(fixedDelayString = "${payments.payment.resend-interval:1m}")
    void resendCommands() {
        EachTenant.run(tenants, this::resendCommands);
    }

    /// Each round continues after the previous one, whose commands have been committed.
    private void resendCommands(TenantId tenant) {
        ResendCommands.Round round =
                resendCommands.ask(tenant, Optional.ofNullable(lastResent.get(tenant)), age, max);
        round.last()
                .ifPresentOrElse(
                        payment -> lastResent.put(tenant, payment),
                        () -> lastResent.remove(tenant));
        if (round.asked() > 0) {
            LOG.info(
                    "{} payments of tenant {} have not ended after {}: their commands are sent again",
                    round.asked(),
                    tenant,
                    age);
        }
    }
}

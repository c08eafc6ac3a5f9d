package io.paymentsengine.payment.wiring;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.application.Backlog;
import io.paymentsengine.platform.tenancy.Tenant;
import io.paymentsengine.platform.tenancy.TenantScope;
import io.paymentsengine.platform.tenancy.Tenants;
import java.time.Duration;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Counts the payments in flight at intervals. One statement reads a range of an index for each
/// tenant.
@Component
class BacklogSchedule {

    private final Backlog backlog;
    private final List<TenantId> tenants;
    private final Duration age;
    private final int max;

    BacklogSchedule(Backlog backlog, Tenants tenants, PaymentProperties properties) {
        this.backlog = backlog;
        this.age = properties.openAge();
        this.max = properties.openMax();
        this.tenants = tenants.all().stream().map(Tenant::id).toList();
    }

    @Scheduled(fixedDelayString = "${payments.payment.open-interval:1s}")
    void count() {
        TenantScope.worker().run(() -> backlog.count(tenants, age, max));
    }
}

package io.paymentsengine.payment.wiring;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.application.ForgetKeys;
import io.paymentsengine.platform.tenancy.Tenant;
import io.paymentsengine.platform.tenancy.Tenants;
import java.time.Duration;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Forgets expired keys at intervals, tenant by tenant, a bounded number in each transaction.
@Component
class KeyClock {

    private final ForgetKeys forgetKeys;
    private final List<TenantId> tenants;
    private final Duration age;
    private final int max;

    KeyClock(ForgetKeys forgetKeys, Tenants tenants, PaymentProperties properties) {
        this.forgetKeys = forgetKeys;
        this.tenants = tenants.all().stream().map(Tenant::id).toList();
        this.age = properties.keyRetention();
        this.max = properties.forgetMax();
    }

    @Scheduled(fixedDelayString = "${payments.payment.forget-interval:1m}")
    void forgetKeys() {
        EachTenant.run(tenants, this::forgetKeys);
    }

    private void forgetKeys(TenantId tenant) {
        int forgotten;
        do {
            forgotten = forgetKeys.forget(tenant, age, max);
        } while (forgotten == max);
    }
}

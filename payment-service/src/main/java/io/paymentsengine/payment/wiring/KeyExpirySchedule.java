package io.paymentsengine.payment.wiring;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.application.ExpireKeys;
import io.paymentsengine.platform.tenancy.Tenant;
import io.paymentsengine.platform.tenancy.Tenants;
import java.time.Duration;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Forgets expired keys at intervals, tenant by tenant, a bounded number in each transaction.
@Component
class KeyExpirySchedule {

    private final ExpireKeys expireKeys;
    private final List<TenantId> tenants;
    private final Duration age;
    private final int max;

    KeyExpirySchedule(ExpireKeys expireKeys, Tenants tenants, PaymentProperties properties) {
        this.expireKeys = expireKeys;
        this.tenants = tenants.all().stream().map(Tenant::id).toList();
        this.age = properties.keyRetention();
        this.max = properties.keyExpiryMax();
    }

    @Scheduled(fixedDelayString = "${payments.payment.key-expiry-interval:1m}")
    void expireKeys() {
        EachTenant.run(tenants, this::expireKeys);
    }

    private void expireKeys(TenantId tenant) {
        int forgotten;
        do {
            forgotten = expireKeys.forget(tenant, age, max);
        } while (forgotten == max);
    }
}

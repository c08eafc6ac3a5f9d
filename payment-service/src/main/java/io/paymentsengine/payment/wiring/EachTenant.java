package io.paymentsengine.payment.wiring;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.tenancy.TenantScope;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Background work that is done for one tenant after the other. If it fails for one of them, the others get
/// their turn nevertheless.
final class EachTenant {

    private static final Logger LOG = LoggerFactory.getLogger(EachTenant.class);

    private EachTenant() {}

    static void run(List<TenantId> tenants, Consumer<TenantId> work) {
        TenantScope.worker().run(() -> tenants.forEach(id -> run(id, work)));
    }

    private static void run(TenantId tenant, Consumer<TenantId> work) {
        try {
            work.accept(tenant);
        } catch (RuntimeException fault) {
            LOG.warn(
                    "Work for tenant {} failed, and is tried again in the next round",
                    tenant,
                    fault);
        }
    }
}

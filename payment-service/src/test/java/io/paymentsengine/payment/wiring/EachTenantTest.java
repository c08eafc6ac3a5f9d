package io.paymentsengine.payment.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.testing.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EachTenantTest {

    @Test
    void one_tenants_failure_keeps_no_other_tenant_from_its_turn() {
        List<TenantId> served = new ArrayList<>();

        EachTenant.run(
                List.of(Samples.STD, Samples.NED),
                tenant -> {
                    if (served.isEmpty()) {
                        served.add(tenant);
                        throw new IllegalStateException("its statement took too long");
                    }
                    served.add(tenant);
                });

        assertThat(served).containsExactly(Samples.STD, Samples.NED);
    }
}

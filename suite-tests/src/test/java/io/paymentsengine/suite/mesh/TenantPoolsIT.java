package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// A premium tenant's payments go to the pool that is theirs, and nobody else's do.
@Promise("Tenant routing: premium tenants have a pool of their own")
class TenantPoolsIT {

    private static final String PAYMENTS = "/api/v1/payments";

    private final Mesh mesh;

    TenantPoolsIT(Mesh mesh) {
        this.mesh = mesh;
    }

    @Test
    void the_pool_answers_premium_tenants_and_nobody_else(Proof proof) {
        try (Change pool = mesh.change()) {
            MeshPod premium =
                    mesh.callees("payment-service", "premium", pool, "premium").getFirst();
            try (Change _ = mesh.applied(mesh.overlay().with("istio/components/tenant-pools"))) {
                Mesh.await("the pool answers")
                        .until(
                                () ->
                                        asked("STD-001", "GET", 1)
                                                .getFirst()
                                                .answeredBy()
                                                .isPresent());

                List<Heard> reads = asked("STD-001", "GET", 100);
                List<Heard> writes = asked("STD-001", "POST", 20);
                List<Heard> others = asked("NED-001", "GET", 100);

                proof.did("100 reads and 20 refused payments of STD-001, 100 reads of NED-001")
                        .measured(
                                "%d, %d and %d at the premium pool",
                                Stage.share(reads, premium),
                                Stage.share(writes, premium),
                                Stage.share(others, premium));
                assertThat(Stage.share(reads, premium)).isEqualTo(100);
                assertThat(Stage.share(writes, premium)).isEqualTo(20);
                assertThat(Stage.share(others, premium)).isZero();
                assertThat(others).allMatch(each -> each.status() == 200);
            }
        }
    }

    private List<Heard> asked(String tenant, String method, int times) {
        return mesh.street().calls(4, times, method, PAYMENTS, "x-tenant-id", tenant);
    }
}

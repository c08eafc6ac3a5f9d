package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Tests that only requests that ask for a fault get one.
@TestInstance(Lifecycle.PER_CLASS)
@Promise("Faults on demand: delays and aborts for requests that ask for them")
class FaultInjectionIT {

    private static final String PAYMENTS = "/api/v1/payments";

    private final Mesh mesh;
    private final Change faults;

    FaultInjectionIT(Mesh mesh) {
        this.mesh = mesh;
        this.faults = mesh.applied(mesh.overlay().with("istio/components/faults"));
    }

    @BeforeAll
    void awaitFaults() {
        Mesh.await("a fault").until(() -> asking("abort", 1).getFirst().status() == 503);
    }

    @AfterAll
    void leave() {
        faults.close();
    }

    @Test
    void who_asks_for_it_is_refused(Proof proof) {
        List<Heard> heard = asking("abort", 50);

        long aborted = refused(heard);
        proof.did("50 reads with x-fault: abort").measured("%d answered 503", aborted);
        assertThat(aborted).isEqualTo(50);
    }

    @Test
    void who_asks_for_it_waits(Proof proof) {
        List<Heard> heard = asking("delay", 12);

        long shortest = heard.stream().mapToLong(Heard::millis).min().orElseThrow();
        proof.did("12 reads with x-fault: delay").measured("the quickest took %d ms", shortest);
        assertThat(heard).allMatch(each -> each.status() == 200);
        assertThat(shortest).isGreaterThanOrEqualTo(2_000);
    }

    @Test
    void a_mixture_has_its_shares(Proof proof) {
        List<Heard> heard = asking("mixed", 200);

        long aborted = refused(heard);
        long delayed = heard.stream().filter(each -> each.millis() >= 1_000).count();
        proof.did("200 reads with x-fault: mixed")
                .measured("%d answered 503, %d delayed by a second", aborted, delayed);
        assertThat(aborted).isBetween(17L, 63L);
        assertThat(delayed).isBetween(34L, 90L);
    }

    @Test
    void the_fault_of_one_tenant_is_no_others(Proof proof) {
        long ofTheTenant = refused(asking("NED-001", "tenant", 50));
        long ofAnother = refused(asking("STD-001", "tenant", 50));

        proof.did("50 reads of NED-001 and 50 of STD-001 with x-fault: tenant")
                .measured("%d and %d answered 503", ofTheTenant, ofAnother);
        assertThat(ofTheTenant).isEqualTo(50);
        assertThat(ofAnother).isZero();
    }

    @Test
    void nobody_else_notices(Proof proof) {
        List<Heard> heard = asking("none", 50);

        long failed = heard.stream().filter(each -> each.status() != 200).count();
        proof.did("50 reads that ask for no fault").measured("%d failed", failed);
        assertThat(failed).isZero();
    }

    private List<Heard> asking(String fault, int times) {
        return asking("STD-001", fault, times);
    }

    private List<Heard> asking(String tenant, String fault, int times) {
        return mesh.gateway()
                .calls(6, times, "GET", PAYMENTS, "x-tenant-id", tenant, "x-fault", fault);
    }

    private static long refused(List<Heard> heard) {
        return heard.stream().filter(each -> each.status() == 503).count();
    }
}

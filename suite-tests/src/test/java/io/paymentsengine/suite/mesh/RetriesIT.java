package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Tests that only reads are retried, that writes are not, and that requests time out. Requests are counted
/// at the callee.
@Promise("Timeouts, and retries of reads only")
class RetriesIT {

    private static final String PAYMENTS = "/api/v1/payments";
    private static final String[] STD = {"x-tenant-id", "STD-001"};
    private static final int STORM = 60;

    private final Mesh mesh;
    private final Stage stage;
    private final MeshPod callee;

    RetriesIT(Mesh mesh) {
        this.mesh = mesh;
        this.stage = Stage.set(mesh, "payment-service", PAYMENTS, "payments");
        this.callee = stage.callee(0);
    }

    @AfterEach
    void leave() {
        stage.close();
    }

    @Test
    void a_read_that_fails_is_tried_twice_again(Proof proof) {
        callee.behave("status=503");

        Heard heard = mesh.gateway().get(PAYMENTS, STD);

        int arrived = callee.count().reads();
        proof.did("one read, which the pod answered with 503")
                .measured("arrived %d times", arrived);
        assertThat(heard.status()).isEqualTo(503);
        assertThat(arrived).isEqualTo(3);
    }

    @Test
    void reads_that_all_fail_are_not_all_tried_again(Proof proof) {
        callee.behave("delay=1000", "status=503");

        mesh.gateway().calls(STORM, STORM, "GET", PAYMENTS, STD);

        int arrived = callee.count().reads();
        proof.did("%d reads at once, which the pod answered with 503 after a second", STORM)
                .measured("arrived %d times", arrived);
        assertThat(arrived).isGreaterThan(STORM).isLessThan(2 * STORM);
    }

    @Test
    void a_write_that_fails_is_not_sent_again_even_with_a_key(Proof proof) {
        callee.behave("status=503");

        mesh.gateway().post(PAYMENTS, STD);
        int plain = callee.count().writes();
        mesh.gateway().post(PAYMENTS, "x-tenant-id", "STD-001", "idempotency-key", "conformance");

        int both = callee.count().writes();
        proof.did("two payments, one with a key, which the pod answered with 503")
                .measured("arrived %d and %d times", plain, both - plain);
        assertThat(plain).isEqualTo(1);
        assertThat(both).isEqualTo(2);
    }

    @Test
    void a_read_that_hangs_is_given_up_after_its_third_try(Proof proof) {
        callee.behave("delay=8000");

        Heard heard = mesh.gateway().get(PAYMENTS, STD);

        int arrived = callee.count().reads();
        proof.did("one read, for which the pod takes 8 s")
                .measured(
                        "status %d after %d ms, arrived %d times",
                        heard.status(), heard.millis(), arrived);
        assertThat(heard.status()).isEqualTo(504);
        assertThat(heard.millis()).isBetween(6_000L, 7_500L);
        assertThat(arrived).isEqualTo(3);
    }

    @Test
    void a_payment_has_the_time_that_its_client_may_prefer_to_wait(Proof proof) {
        callee.behave("delay=8000");

        Heard heard = mesh.gateway().post(PAYMENTS, STD);

        proof.did("one payment, for which the pod takes 8 s")
                .measured("status %d after %d ms", heard.status(), heard.millis());
        assertThat(heard.status()).isEqualTo(200);
        assertThat(callee.count().writes()).isEqualTo(1);
    }

    /// The original caller may retry, and nested retries would multiply.
    @Test
    void between_services_a_read_that_fails_is_not_tried_again(Proof proof) {
        try (Change change = mesh.change()) {
            MeshPod accounts = mesh.callee("account-service", "canary", change);
            mesh.redirect("account-service", change);
            Call read =
                    Call.get("http://account-service:8080/api/v1/accounts")
                            .with("x-tenant-id", "STD-001");
            MeshPod caller = mesh.caller("payment-service");
            Mesh.await("the callee answers")
                    .until(() -> caller.call(read).answeredBy().isPresent());
            accounts.behave("status=503", "forget");

            caller.call(read);

            int arrived = accounts.count().reads();
            proof.did("payment-service's account read from account-service, which answered 503")
                    .measured("arrived %d times", arrived);
            assertThat(arrived).isEqualTo(1);
        }
    }
}

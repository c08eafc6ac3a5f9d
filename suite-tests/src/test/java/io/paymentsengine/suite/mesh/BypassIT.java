package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Tests that the bypass takes requests straight to a service: there are no retries, ejections or limits. The
/// authorization policies remain.
@Promise("Emergency bypass: straight to a service, and back")
class BypassIT {

    private static final String PAYMENTS = "/api/v1/payments";
    private static final String BYPASS = "istio/components/bypass/payment-service";
    private static final String[] STD = {"x-tenant-id", "STD-001"};
    private static final int FAILURES = 40;

    private final Mesh mesh;

    BypassIT(Mesh mesh) {
        this.mesh = mesh;
    }

    @Test
    void the_bypass_takes_retries_and_breakers_away_and_gives_them_back(Proof proof) {
        try (Change change = mesh.change()) {
            MeshPod callee = mesh.callee("payment-service", "stable", change);
            int retried;
            try (Change _ = mesh.applied(mesh.overlay().with(BYPASS))) {
                Mesh.await("the callee has its share").until(() -> isAnswer(callee, 200));
                callee.behave("status=503", "forget");
                Mesh.await("the bypass").until(() -> isRaw(callee));
                callee.forget();
                long failed =
                        mesh.gateway().calls(2, FAILURES, "GET", PAYMENTS, STD).stream()
                                .filter(heard -> heard.status() == 503)
                                .count();
                retried = callee.count().reads() - (int) failed;
                proof.did(
                                "%d reads through the bypass, while one of the stable pods answered 503",
                                FAILURES)
                        .measured(
                                "%d reached that pod and failed, %d were retried", failed, retried);
                assertThat(failed).isGreaterThan(FAILURES / 8);
            }
            assertThat(retried).isZero();
            Mesh.await("failures are hidden again")
                    .until(
                            () ->
                                    mesh.gateway().calls(2, FAILURES, "GET", PAYMENTS, STD).stream()
                                            .allMatch(heard -> heard.status() == 200));
        }
    }

    private boolean isAnswer(MeshPod callee, int status) {
        return mesh.gateway().calls(2, 10, "GET", PAYMENTS, STD).stream()
                .anyMatch(
                        heard ->
                                heard.status() == status
                                        && heard.answeredBy()
                                                .filter(callee.name()::equals)
                                                .isPresent());
    }

    /// Whether clients see every failure of the callee.
    private boolean isRaw(MeshPod callee) {
        callee.forget();
        long failed =
                mesh.gateway().calls(1, 10, "GET", PAYMENTS, STD).stream()
                        .filter(heard -> heard.status() == 503)
                        .count();
        return failed > 0 && callee.count().reads() == failed;
    }
}

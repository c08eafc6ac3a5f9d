package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tests that a new version gets its share of the traffic, the testers, or copies of reads, and loses them
/// again without a lost request. The canary is a test pod.
@Promise("Canary by share, sticky A/B, mirroring, and rollback without loss")
class CanaryIT {

    private static final String PAYMENTS = "/api/v1/payments";
    private static final String WEIGHTS = "istio/components/canary/payment-service";
    private static final String[] STD = {"x-tenant-id", "STD-001"};
    private static final int REQUESTS = 1_000;
    private static final int AT_ONCE = 4;

    /// A tenth of a thousand, plus or minus four standard deviations.
    private static final int SHARE_MIN = 62;

    private static final int SHARE_MAX = 138;

    private final Mesh mesh;
    private final Change change;
    private final MeshPod canary;

    CanaryIT(Mesh mesh) {
        this.mesh = mesh;
        this.change = mesh.change();
        this.canary = mesh.callee("payment-service", "canary", change);
    }

    @BeforeEach
    void forget() {
        canary.forget();
    }

    @AfterEach
    void leave() {
        change.close();
    }

    @Test
    void a_tenth_of_the_requests_goes_to_the_canary(Proof proof) {
        try (Change _ = mesh.applied(mesh.overlay().with(WEIGHTS))) {
            awaitCanary(true);

            List<Heard> heard = mesh.gateway().calls(AT_ONCE, REQUESTS, "GET", PAYMENTS, STD);

            long share = heard.stream().filter(this::isCanarys).count();
            proof.did("%d reads through the gateway with the component canary", REQUESTS)
                    .measured("%d at the canary, %d failed", share, Heard.lost(heard).size());
            assertThat(Heard.lost(heard)).isEmpty();
            assertThat(share).isBetween((long) SHARE_MIN, (long) SHARE_MAX);
        }
    }

    @Test
    void taking_the_canary_back_loses_no_request(Proof proof) {
        Change weights = mesh.applied(mesh.overlay().with(WEIGHTS));
        try (Background load = Background.of(() -> mesh.gateway().get(PAYMENTS, STD))) {
            awaitCanary(true);
            weights.close();
            awaitCanary(false);
            canary.forget();
            mesh.gateway().calls(AT_ONCE, 200, "GET", PAYMENTS, STD);

            List<Heard> heard = load.ended();
            proof.did("the component was added and removed while requests were made")
                    .measured(
                            "%d requests, %d failed; of 200 more after that, %d at the canary",
                            heard.size(), Heard.lost(heard).size(), canary.count().reads());
            assertThat(Heard.lost(heard)).isEmpty();
            assertThat(canary.count().reads()).isZero();
        } finally {
            weights.close();
        }
    }

    @Test
    void testers_stay_with_the_canary_and_nobody_else_meets_it(Proof proof) {
        String component = "istio/components/ab-test/payment-service";
        try (Change _ = mesh.applied(mesh.overlay().with(component))) {
            awaitTesters();

            List<Heard> byHeader = tested("x-release", "canary");
            List<Heard> byCookie = tested("cookie", "theme=dark; release=canary");
            List<Heard> others = tested("cookie", "release=canaryish");

            proof.did("50 reads each with the header, with the cookie, and with another cookie")
                    .measured(
                            "%d, %d and %d at the canary",
                            canarys(byHeader), canarys(byCookie), canarys(others));
            assertThat(byHeader).allMatch(this::isCanarys);
            assertThat(byCookie).allMatch(this::isCanarys);
            assertThat(others).noneMatch(this::isCanarys).allMatch(heard -> heard.status() == 200);
        }
    }

    @Test
    void a_tenth_of_what_is_read_is_copied_and_nothing_that_is_written(Proof proof) {
        String component = "istio/components/mirror/payment-service";
        try (Change _ = mesh.applied(mesh.overlay().with(component))) {
            Mesh.await("a copy")
                    .until(
                            () -> {
                                mesh.gateway().calls(AT_ONCE, 20, "GET", PAYMENTS, STD);
                                return canary.count().reads() > 0;
                            });
            canary.forget();
            List<Heard> reads = mesh.gateway().calls(AT_ONCE, 400, "GET", PAYMENTS, STD);
            List<Heard> writes = mesh.gateway().calls(AT_ONCE, 100, "POST", PAYMENTS, STD);

            MeshPod.Count copies = canary.count();
            proof.did("400 reads and 100 refused payments with the component mirror")
                    .measured(
                            "%d copies of reads, %d of payments, %d answers by the canary",
                            copies.reads(), copies.writes(), canarys(reads));
            assertThat(reads).allMatch(heard -> heard.status() == 200);
            assertThat(writes).noneMatch(this::isCanarys);
            assertThat(copies.reads()).isBetween(15, 70);
            assertThat(copies.writes()).isZero();
        }
    }

    private void awaitCanary(boolean there) {
        Mesh.await("canary " + there)
                .until(
                        () ->
                                mesh.gateway().calls(AT_ONCE, 60, "GET", PAYMENTS, STD).stream()
                                                .anyMatch(this::isCanarys)
                                        == there);
    }

    private void awaitTesters() {
        Mesh.await("testers")
                .until(() -> isCanarys(mesh.gateway().get(PAYMENTS, "x-release", "canary")));
    }

    private List<Heard> tested(String header, String value) {
        return mesh.gateway()
                .calls(AT_ONCE, 50, "GET", PAYMENTS, "x-tenant-id", "STD-001", header, value);
    }

    private long canarys(List<Heard> heard) {
        return heard.stream().filter(this::isCanarys).count();
    }

    private boolean isCanarys(Heard heard) {
        return heard.answeredBy().filter(canary.name()::equals).isPresent();
    }
}

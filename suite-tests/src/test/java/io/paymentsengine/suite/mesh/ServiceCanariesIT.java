package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Tests that a new version of an internal service gets its share of requests, and loses it again without a
/// lost request. The canary is a test pod.
@Promise("Canaries of the other services by share, and rollback without loss")
class ServiceCanariesIT {

    private static final int REQUESTS = 1_000;
    private static final int AT_ONCE = 4;

    /// A tenth of a thousand, plus or minus four standard deviations.
    private static final int SHARE_MIN = 62;

    private static final int SHARE_MAX = 138;

    private final Mesh mesh;
    private final Change change;

    ServiceCanariesIT(Mesh mesh) {
        this.mesh = mesh;
        this.change = mesh.change();
    }

    @Test
    void a_tenth_of_what_the_street_asks_account_service_goes_to_its_canary(Proof proof) {
        Supplier<List<Heard>> load =
                () ->
                        mesh.gateway()
                                .calls(
                                        AT_ONCE,
                                        REQUESTS,
                                        "GET",
                                        "/api/v1/accounts",
                                        "x-tenant-id",
                                        "STD-001");
        demandATenthAndNoLoss("account-service", load, proof);
    }

    @Test
    void a_tenth_of_what_saga_orchestrator_is_asked_goes_to_its_canary(Proof proof) {
        demandATenthAndNoLoss(
                "saga-orchestrator", asking("saga-orchestrator", "/api/v1/sagas/x/journal"), proof);
    }

    @Test
    void a_tenth_of_what_validation_service_is_asked_goes_to_its_canary(Proof proof) {
        change.putting(LetIn.payments(Map.of("app", "validation-service")));
        demandATenthAndNoLoss(
                "validation-service", asking("validation-service", "/api/v1/limits"), proof);
    }

    /// Calls from a pod with payment-service's account.
    private Supplier<List<Heard>> asking(String service, String path) {
        MeshPod caller = mesh.caller("payment-service");
        Call call =
                Call.get("http://%s:8080%s".formatted(service, path))
                        .with("x-tenant-id", "STD-001");
        return () -> caller.calls(AT_ONCE, REQUESTS, List.of(call));
    }

    private void demandATenthAndNoLoss(String service, Supplier<List<Heard>> load, Proof proof) {
        try (Change _ = change) {
            MeshPod canary = mesh.callee(service, "canary", change);
            Change weights =
                    mesh.applied(mesh.overlay().with("istio/components/canary/" + service));
            Mesh.await("the canary gets requests").until(() -> Stage.share(load.get(), canary) > 0);
            long share = Stage.share(load.get(), canary);

            List<Heard> rollback = during(load, weights::close);
            Mesh.await("the canary gets no requests")
                    .until(() -> Stage.share(load.get(), canary) == 0);

            proof.did("%d requests to %s with the component canary", REQUESTS, service)
                    .measured("%d at the canary", share)
                    .did("the component was removed while requests were made")
                    .measured("%d requests, %d failed", rollback.size(), failed(rollback));
            assertThat(share).isBetween((long) SHARE_MIN, (long) SHARE_MAX);
            assertThat(failed(rollback)).isZero();
        }
    }

    /// The answers to requests made before, during and after the action.
    private static List<Heard> during(Supplier<List<Heard>> load, Runnable done) {
        List<Heard> heard = new ArrayList<>(load.get());
        var over = new AtomicBoolean();
        CompletableFuture<Void> requests =
                CompletableFuture.runAsync(
                        () -> {
                            while (!over.get()) {
                                heard.addAll(load.get());
                            }
                            heard.addAll(load.get());
                        });
        done.run();
        over.set(true);
        requests.join();
        return heard;
    }

    /// The response to an unknown saga is not a failure.
    private static long failed(List<Heard> heard) {
        return heard.stream().filter(each -> each.status() == 0 || each.status() >= 500).count();
    }
}

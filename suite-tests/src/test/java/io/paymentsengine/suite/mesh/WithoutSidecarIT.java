package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Tests that a service's sidecars can be removed and restored under load, with payments in progress, and
/// that no other service becomes more accessible than necessary.
@Promise("Emergency: a service's sidecars are removed and restored without a lost request")
class WithoutSidecarIT {

    private static final String PAYMENTS = "/api/v1/payments";
    private static final String[] STD = {"x-tenant-id", "STD-001"};

    /// Long enough for a JVM to start and another one to drain.
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /// One in this many requests is a payment, which makes one payment per second.
    private static final int PAYMENT_EACH = 20;

    private final Mesh mesh;
    private final GatewayClient gateway;
    private final Payer payer;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();

    WithoutSidecarIT(Mesh mesh) {
        this.mesh = mesh;
        // new connections, because open ones keep the gateway's previous configuration for a while
        this.gateway = mesh.gateway().anew();
        this.payer = Payer.at(gateway);
    }

    @Test
    void payment_service_goes_on_without(Proof proof) {
        demandNoLoss("payment-service", () -> gateway.get(PAYMENTS, STD), proof);
    }

    /// saga-orchestrator is called for each read of a timeline.
    @Test
    void saga_orchestrator_goes_on_without(Proof proof) {
        String paid = payer.pay(1, UUID.randomUUID().toString()).header("location").orElseThrow();
        accepted.incrementAndGet();
        demandNoLoss("saga-orchestrator", () -> gateway.get(paid + "/timeline", STD), proof);
    }

    private void demandNoLoss(String service, Supplier<Heard> read, Proof proof) {
        String component = "without-sidecar/" + service;
        String overlay = mesh.overlay().forScripts();
        Overlay without =
                mesh.overlay()
                        .with("k8s/components/" + component)
                        .with("istio/components/" + component);
        try (Change _ = mesh.givingBack(without)) {
            List<Heard> in = during(service, read, "in", overlay, component);
            long sidecars = sidecars(service);
            Heard elsewhere = stranger("validation-service", "GET", "/api/v1/limits");
            Heard more = stranger("account-service", "POST", "/api/v1/accounts/lookup");
            List<Heard> out = during(service, read, "out", overlay);
            Heard closed = stranger("account-service", "GET", "/api/v1/accounts");
            Mesh.await("no payment is in flight").until(() -> payer.open() == 0);

            proof.did("the sidecars of %s were removed by scripts/emergency, and restored", service)
                    .measured("%d sidecars, then %d", sidecars, sidecars(service))
                    .measured("%d requests, %d failed", in.size(), Heard.lost(in).size())
                    .measured(
                            "%d requests during the restoration, %d failed",
                            out.size(), Heard.lost(out).size())
                    .measured("%d payments, %d euros", accepted.get(), payer.paid())
                    .did("a pod outside the mesh called other services meanwhile and afterwards")
                    .measured("%d, %d and %d", elsewhere.status(), more.status(), closed.status());
            assertThat(sidecars).isZero();
            assertThat(sidecars(service)).isPositive();
            assertThat(Heard.lost(in)).isEmpty();
            assertThat(Heard.lost(out)).isEmpty();
            assertThat(payer.paid()).isEqualTo(accepted.get());
            assertThat(elsewhere.isAnswered()).isFalse();
            assertThat(more.isAnswered() && !more.isDenied()).isFalse();
            assertThat(closed.isAnswered()).isFalse();
        }
    }

    /// The answers to requests from before the script runs until the pods that it replaces are gone.
    private List<Heard> during(String service, Supplier<Heard> read, String... arguments) {
        try (Background load = Background.of(() -> asked(read))) {
            Script.run("emergency", arguments);
            Mesh.await("the last old pod is gone")
                    .atMost(PATIENCE)
                    .until(
                            () ->
                                    mesh.cluster().isRolledOut(service)
                                            && mesh.cluster().pods(service).size() == 1);
            return load.ended();
        }
    }

    private Heard asked(Supplier<Heard> read) {
        if (asked.incrementAndGet() % PAYMENT_EACH != 0) {
            return read.get();
        }
        Heard heard = payer.pay(1, UUID.randomUUID().toString());
        accepted.addAndGet(heard.status() == 202 ? 1 : 0);
        return heard;
    }

    private Heard stranger(String service, String method, String path) {
        String ip = mesh.cluster().pods(service).getFirst().getStatus().getPodIP();
        return mesh.stranger()
                .call(
                        Call.of(method, "http://%s:8080%s".formatted(ip, path))
                                .with("x-tenant-id", "STD-001"));
    }

    private long sidecars(String service) {
        return mesh.cluster().pods(service).stream()
                .flatMap(pod -> pod.getSpec().getInitContainers().stream())
                .map(Container::getName)
                .filter("istio-proxy"::equals)
                .count();
    }
}

package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Measures calls between two test pods, once inside the mesh and once without sidecars. The cost is only
/// reported, because machines differ.
@Promise("What the mesh costs: latency, CPU and memory of a hop with a sidecar at both ends")
class CostIT {

    private static final String SERVICE = "http://payment-service:8080";
    private static final String PATH = "/api/v1/payments";
    private static final int PER_SECOND = 50;
    private static final int TIMES = 1_500;

    private final Mesh mesh;

    CostIT(Mesh mesh) {
        this.mesh = mesh;
    }

    @Test
    void a_hop_is_measured_with_and_without_sidecars(Proof proof) {
        MeshPod.Latency without;
        MeshPod.Latency with;
        Usage before;
        Usage after;
        try (Change change = mesh.change()) {
            MeshPod neighbour = mesh.neighbour(change);
            without = load(mesh.stranger(), "http://" + neighbour.ip() + ":8080");
        }
        try (Change change = mesh.change()) {
            MeshPod callee = mesh.callee("payment-service", "canary", change);
            mesh.redirect("payment-service", change);
            MeshPod caller = mesh.caller("gateway");
            Mesh.await("the caller reaches the callee").until(() -> reaches(caller, callee));
            List<MeshPod> pair = List.of(caller, callee);
            before = Usage.ofSidecars(mesh.client(), pair, Instant.now());
            with = load(caller, SERVICE);
            after = Usage.ofSidecars(mesh.client(), pair, Instant.now());
        }

        proof.did(
                        "%d reads per second from pod to pod, with mutual TLS between two sidecars and"
                                + " without sidecars, %d of each",
                        PER_SECOND, TIMES)
                .measured(
                        "added p50 %d µs (%d, without %d), added p99 %d µs (%d, without %d)",
                        with.medianMicros() - without.medianMicros(),
                        with.medianMicros(),
                        without.medianMicros(),
                        with.tailMicros() - without.tailMicros(),
                        with.tailMicros(),
                        without.tailMicros())
                .measured(
                        "CPU of both sidecars per 1,000 requests %d ms",
                        (after.cpuNanos() - before.cpuNanos()) / (2 * TIMES) / 1_000)
                .measured("memory per sidecar %d MiB", (after.memoryBytes() / 2) >> 20);
        assertThat(with.failed()).isZero();
        assertThat(without.failed()).isZero();
        assertThat(after.cpuNanos()).isGreaterThan(before.cpuNanos());
    }

    private static boolean reaches(MeshPod caller, MeshPod callee) {
        return caller.call(Call.get(SERVICE + PATH).with("x-tenant-id", "STD-001"))
                .answeredBy()
                .filter(callee.name()::equals)
                .isPresent();
    }

    private static MeshPod.Latency load(MeshPod caller, String callee) {
        return caller.load(callee + PATH, PER_SECOND, TIMES);
    }
}

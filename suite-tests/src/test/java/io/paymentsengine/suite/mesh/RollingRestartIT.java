package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.paymentsengine.suite.cluster.Cluster;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Tests that a service can be restarted at any time without an effect on its callers.
@Promise("Pods start and stop without a lost request")
class RollingRestartIT {

    /// Long enough for a JVM to start and another one to drain.
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Mesh mesh;

    RollingRestartIT(Mesh mesh) {
        this.mesh = mesh;
    }

    @Test
    void a_rolling_restart_under_load_loses_nothing(Proof proof) {
        Payer payer = Payer.at(mesh.gateway());
        try (Background reads = Background.of(this::read);
                Background writes = Background.of(() -> payer.payWithoutKey(1))) {
            restart();

            List<Heard> read = reads.ended();
            List<Heard> written = writes.ended();
            proof.did(
                            "every pod of payment-service was replaced during 20 reads and 20 payments per"
                                    + " second, which were not retried")
                    .measured(
                            "%d reads, %d lost; %d payments, %d lost; the slowest took %d ms",
                            read.size(),
                            Heard.lost(read).size(),
                            written.size(),
                            Heard.lost(written).size(),
                            slowest(Stream.concat(read.stream(), written.stream())));
            assertThat(read).hasSizeGreaterThan(100);
            assertThat(written).hasSizeGreaterThan(100);
            assertThat(Heard.lost(read)).isEmpty();
            assertThat(Heard.lost(written)).isEmpty();
        }
    }

    private Heard read() {
        return mesh.gateway().get("/api/v1/payments", "x-tenant-id", "STD-001");
    }

    private void restart() {
        Set<String> before = names();
        mesh.client()
                .apps()
                .deployments()
                .inNamespace(Cluster.NAMESPACE)
                .withName("payment-service")
                .rolling()
                .restart();
        Mesh.await("the last old pod is gone")
                .atMost(PATIENCE)
                .until(
                        () ->
                                mesh.cluster().isRolledOut("payment-service")
                                        && names().stream().noneMatch(before::contains));
    }

    private static long slowest(Stream<Heard> all) {
        return all.mapToLong(Heard::millis).max().orElse(0);
    }

    private Set<String> names() {
        return mesh.cluster().pods("payment-service").stream()
                .map(Pod::getMetadata)
                .map(pod -> pod.getName())
                .collect(Collectors.toSet());
    }
}

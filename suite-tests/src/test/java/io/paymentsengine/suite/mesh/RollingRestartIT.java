package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.paymentsengine.suite.cluster.Cluster;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A service can be restarted at any time, and nobody who calls it notices.
@Promise("Pods start and stop without a lost request")
class RollingRestartIT {

    /// A JVM has to start, and another one to drain.
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Mesh mesh;

    RollingRestartIT(Mesh mesh) {
        this.mesh = mesh;
    }

    @Test
    void a_rolling_restart_under_load_loses_nothing(Proof proof) {
        Set<String> before = names();
        try (Background reads =
                Background.of(
                        () -> mesh.street().get("/api/v1/payments", "x-tenant-id", "STD-001"))) {
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

            List<Heard> heard = reads.ended();
            long failed = heard.stream().filter(each -> each.status() != 200).count();
            proof.did("every pod of payment-service was replaced while reads came at 20 a second")
                    .measured(
                            "%d requests, %d failed, the slowest took %d ms",
                            heard.size(),
                            failed,
                            heard.stream().mapToLong(Heard::millis).max().orElse(0));
            assertThat(heard).hasSizeGreaterThan(100);
            assertThat(failed).isZero();
        }
    }

    private Set<String> names() {
        return mesh.cluster().pods("payment-service").stream()
                .map(Pod::getMetadata)
                .map(pod -> pod.getName())
                .collect(Collectors.toSet());
    }
}

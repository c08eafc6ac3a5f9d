package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Tests that sidecars continue with their last configuration, and renew their certificates without
/// interruption.
@Promise("An outage of the control plane or a renewal of certificates loses no request")
class ControlPlaneIT {

    private static final String PAYMENTS = "/api/v1/payments";
    private static final String[] STD = {"x-tenant-id", "STD-001"};
    private static final Duration OUTAGE = Duration.ofMinutes(1);
    private static final Duration CALM = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int RENEWALS = 3;
    private static final Pattern SERIAL = Pattern.compile("\"serial_number\": *\"([0-9a-f]+)\"");

    private final Mesh mesh;

    ControlPlaneIT(Mesh mesh) {
        this.mesh = mesh;
    }

    @Test
    void a_minute_without_istiod_loses_no_request(Proof proof) {
        RollableScalableResource<Deployment> istiod =
                mesh.client().apps().deployments().inNamespace("istio-system").withName("istiod");
        // a killed run may have left zero replicas
        int pods = Math.max(1, istiod.require().getSpec().getReplicas());
        // only istiod's outage counts here, so changes of earlier tests must have taken effect
        Mesh.await("the mesh is back to normal")
                .during(CALM)
                .until(() -> mesh.gateway().get(PAYMENTS, STD).status() == 200);
        try (Background load = Background.of(() -> mesh.gateway().get(PAYMENTS, STD))) {
            istiod.scale(0);
            Mesh.await("istiod is down for a minute")
                    .atMost(PATIENCE)
                    .during(OUTAGE)
                    .until(() -> istiods() == 0);

            List<Heard> heard = load.ended();
            proof.did(
                            "istiod was scaled to zero for %d s during 20 reads per second",
                            OUTAGE.toSeconds())
                    .measured("%d requests, %d failed", heard.size(), Heard.lost(heard).size());
            assertThat(heard).hasSizeGreaterThan(100);
            assertThat(Heard.lost(heard)).isEmpty();
        } finally {
            istiod.scale(pods);
            Mesh.await("istiod validates resources").atMost(PATIENCE).until(this::isJudged);
        }
    }

    @Test
    void certificates_are_renewed_without_a_lost_request(Proof proof) {
        try (Stage stage = Stage.ofManyCertificates(mesh, "payment-service", PAYMENTS);
                Background load = Background.of(() -> mesh.gateway().get(PAYMENTS, STD))) {
            MeshPod callee = stage.callee(0);
            Set<String> serials = new HashSet<>();
            Mesh.await("%d new certificates".formatted(RENEWALS))
                    .atMost(PATIENCE)
                    .until(
                            () -> {
                                Matcher serial = SERIAL.matcher(mesh.envoy(callee.pod(), "certs"));
                                while (serial.find()) {
                                    serials.add(serial.group(1));
                                }
                                // one of them is the root's
                                return serials.size() > RENEWALS + 1;
                            });

            List<Heard> heard = load.ended();
            proof.did("a pod whose certificate is valid for a minute, during 20 reads per second")
                    .measured(
                            "%d certificates, %d requests, %d failed",
                            serials.size() - 1, heard.size(), Heard.lost(heard).size());
            assertThat(heard).hasSizeGreaterThan(100);
            assertThat(Heard.lost(heard)).isEmpty();
        }
    }

    private boolean isJudged() {
        try {
            mesh.client()
                    .resource(
                            mesh.cluster()
                                    .resource(
                                            "networking.istio.io/v1", "VirtualService", "gateway"))
                    .dryRun()
                    .update();
            return true;
        } catch (KubernetesClientException away) {
            return false;
        }
    }

    private int istiods() {
        return mesh.client()
                .pods()
                .inNamespace("istio-system")
                .withLabel("app", "istiod")
                .list()
                .getItems()
                .size();
    }
}

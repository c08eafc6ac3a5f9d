package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.paymentsengine.suite.cluster.Cluster;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Tests that every pod is in the mesh before it starts, and that no pod may do what the restricted standard
/// forbids.
@Promise("Every pod has a sidecar that starts first, and the restricted security standard holds")
class InjectionIT {

    private final Mesh mesh;

    InjectionIT(Mesh mesh) {
        this.mesh = mesh;
    }

    @Test
    void every_pod_has_a_native_sidecar_and_is_ready(Proof proof) {
        List<Pod> pods =
                Stream.concat(Mesh.SERVICES.stream(), Stores.all().stream().map(Stores::app))
                        .flatMap(app -> mesh.cluster().pods(app).stream())
                        .toList();

        proof.did("inspected %d pods of services and stores", pods.size())
                .measured(
                        "%d with a native sidecar, %d with all containers ready",
                        pods.stream().filter(InjectionIT::hasNativeSidecar).count(),
                        pods.stream().filter(InjectionIT::isWhollyReady).count());
        assertThat(pods)
                .hasSizeGreaterThanOrEqualTo(Mesh.SERVICES.size())
                .allMatch(InjectionIT::hasNativeSidecar)
                .allMatch(InjectionIT::isWhollyReady);
    }

    @Test
    void a_new_pod_is_in_the_mesh_without_asking_for_it(Proof proof) {
        try (Change change = mesh.change()) {
            Pod pod = mesh.callee("account-service", "canary", change).pod();

            proof.did("created a pod without any setting for sidecars")
                    .measured("sidecar: %s", hasNativeSidecar(pod));
            assertThat(hasNativeSidecar(pod)).isTrue();
        }
    }

    @Test
    void a_pod_that_breaks_the_standard_is_refused(Proof proof) {
        Pod privileged =
                new PodBuilder()
                        .withNewMetadata()
                        .withName("conformance-privileged")
                        .withNamespace(Cluster.NAMESPACE)
                        .endMetadata()
                        .withNewSpec()
                        .addNewContainer()
                        .withName("any")
                        .withImage("any")
                        .withNewSecurityContext()
                        .withPrivileged(true)
                        .endSecurityContext()
                        .endContainer()
                        .endSpec()
                        .build();

        proof.did("tried to create a privileged pod (dry run)");
        assertThatThrownBy(() -> mesh.client().resource(privileged).dryRun(true).create())
                .isInstanceOfSatisfying(
                        KubernetesClientException.class,
                        refusal -> proof.measured("refused with %d", refusal.getCode()))
                .hasMessageContaining("violates PodSecurity \"restricted");
    }

    private static boolean hasNativeSidecar(Pod pod) {
        return pod.getSpec().getInitContainers().stream()
                .anyMatch(
                        container ->
                                container.getName().equals("istio-proxy")
                                        && "Always".equals(container.getRestartPolicy()));
    }

    private static boolean isWhollyReady(Pod pod) {
        return Cluster.isReady(pod)
                && pod.getStatus().getContainerStatuses().stream()
                        .allMatch(ContainerStatus::getReady);
    }
}

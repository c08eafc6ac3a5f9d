package io.paymentsengine.suite.mesh;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.paymentsengine.suite.cluster.Cluster;
import java.util.List;
import java.util.Map;

/// The Sidecar configuration of the test pods that make calls.
final class Sidecars {

    private Sidecars() {}

    /// Lets callers see every host of the namespace, so that only the callee can stop their requests.
    static GenericKubernetesResource seeingTheNamespace() {
        return new GenericKubernetesResourceBuilder()
                .withApiVersion("networking.istio.io/v1")
                .withKind("Sidecar")
                .withNewMetadata()
                .withName(Pods.LABEL)
                .withNamespace(Cluster.NAMESPACE)
                .addToLabels(Pods.LABEL, "callers")
                .endMetadata()
                .addToAdditionalProperties(
                        "spec",
                        Map.of(
                                "workloadSelector", Map.of("labels", Map.of(Pods.LABEL, "caller")),
                                "outboundTrafficPolicy", Map.of("mode", "REGISTRY_ONLY"),
                                "egress", List.of(Map.of("hosts", List.of("./*")))))
                .build();
    }
}

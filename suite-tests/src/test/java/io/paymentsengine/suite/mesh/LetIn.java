package io.paymentsengine.suite.mesh;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.paymentsengine.suite.cluster.Cluster;
import java.util.List;
import java.util.Map;

/// An allow policy for tests of validation-service, which no service may call otherwise.
final class LetIn {

    private LetIn() {}

    /// Lets payment-service call pods with these labels without restrictions.
    static GenericKubernetesResource payments(Map<String, String> labels) {
        Map<String, Object> from =
                Map.of("source", Map.of("serviceAccounts", List.of("payment-service")));
        return new GenericKubernetesResourceBuilder()
                .withApiVersion("security.istio.io/v1")
                .withKind("AuthorizationPolicy")
                .withNewMetadata()
                .withName(Pods.LABEL)
                .withNamespace(Cluster.NAMESPACE)
                .addToLabels(Pods.LABEL, "let-in")
                .endMetadata()
                .addToAdditionalProperties(
                        "spec",
                        Map.of(
                                "selector", Map.of("matchLabels", labels),
                                "rules", List.of(Map.of("from", List.of(from)))))
                .build();
    }
}

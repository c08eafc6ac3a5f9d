package io.paymentsengine.suite.mesh;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.List;
import java.util.Map;

/// A replacement for the collector of traces, which remembers who reported to which trace.
final class Traces {

    static final String NAMESPACE = "observability";
    static final String COLLECTOR = "collector";

    private static final String QUESTIONS = "http://127.0.0.1:8078/?";
    private static final Map<String, String> LABELS =
            Map.of("app", COLLECTOR, Pods.LABEL, COLLECTOR);

    private final MeshPod collector;

    private Traces(MeshPod collector) {
        this.collector = collector;
    }

    static Traces collected(Pods pods, Change until) {
        until.putting(namespace());
        until.putting(Pods.program(NAMESPACE));
        until.putting(service());
        Pod pod =
                pods.described(NAMESPACE, "conformance-collector", "default", LABELS)
                        .edit()
                        .editSpec()
                        .editFirstContainer()
                        .withCommand(Pods.java(List.of("collect")))
                        .endContainer()
                        .endSpec()
                        .build();
        until.putting(pod);
        return new Traces(pods.ready(pod));
    }

    /// Who has reported a span of this trace; sidecars have their namespace appended after a dot.
    List<String> reportedBy(String trace) {
        return collector.call(Call.get(QUESTIONS + trace)).body().lines().toList();
    }

    private static Namespace namespace() {
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName(NAMESPACE)
                .addToLabels("istio-injection", "disabled")
                .addToLabels(Pods.LABEL, "outside")
                .endMetadata()
                .build();
    }

    private static Service service() {
        return new ServiceBuilder()
                .withNewMetadata()
                .withNamespace(NAMESPACE)
                .withName(COLLECTOR)
                .withLabels(LABELS)
                .endMetadata()
                .withNewSpec()
                .withSelector(LABELS)
                .addNewPort()
                .withName("grpc")
                .withPort(4317)
                .endPort()
                .addNewPort()
                .withName("http")
                .withPort(4318)
                .endPort()
                .endSpec()
                .build();
    }
}

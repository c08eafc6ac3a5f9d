package io.paymentsengine.suite.mesh;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The resources used by the sidecars of pods, as counted by the kubelet.
///
/// @param cpuNanos CPU nanoseconds since they started
/// @param memoryBytes memory of all of them
record Usage(long cpuNanos, long memoryBytes) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /// The usage at this moment or shortly after it; the kubelet counts about every ten seconds.
    static Usage ofSidecars(KubernetesClient client, List<MeshPod> pods, Instant moment) {
        List<JsonNode> counts =
                Mesh.await("the kubelet has counted")
                        .atMost(PATIENCE)
                        .until(
                                () -> pods.stream().map(pod -> sidecar(client, pod.pod())).toList(),
                                found -> found.stream().allMatch(count -> isOf(count, moment)));
        return new Usage(
                counts.stream()
                        .mapToLong(each -> each.at("/cpu/usageCoreNanoSeconds").asLong())
                        .sum(),
                counts.stream()
                        .mapToLong(each -> each.at("/memory/workingSetBytes").asLong())
                        .sum());
    }

    private static boolean isOf(JsonNode count, Instant moment) {
        String time = count.at("/cpu/time").asString("");
        return !time.isEmpty() && !Instant.parse(time).isBefore(moment);
    }

    private static JsonNode sidecar(KubernetesClient client, Pod pod) {
        String told =
                client.raw(
                        "/api/v1/nodes/%s/proxy/stats/summary"
                                .formatted(pod.getSpec().getNodeName()));
        return JsonMapper.shared()
                .readTree(told == null ? "{}" : told)
                .path("pods")
                .valueStream()
                .filter(
                        each ->
                                each.at("/podRef/name")
                                        .asString("")
                                        .equals(pod.getMetadata().getName()))
                .flatMap(each -> each.path("containers").valueStream())
                .filter(each -> each.path("name").asString("").equals("istio-proxy"))
                .findFirst()
                .orElseGet(JsonMapper.shared()::createObjectNode);
    }
}

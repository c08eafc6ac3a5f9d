package io.paymentsengine.suite.mesh;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.paymentsengine.suite.cluster.Remote;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A test pod that makes or answers calls.
record MeshPod(KubernetesClient client, Pod pod) {

    private static final String ORDERS = "http://127.0.0.1:8079/?";

    /// The number of requests that reached a callee.
    record Count(int reads, int writes) {}

    String name() {
        return pod.getMetadata().getName();
    }

    String ip() {
        return pod.getStatus().getPodIP();
    }

    /// Makes one call.
    Heard call(Call call) {
        return calls(List.of(call)).getFirst();
    }

    /// Makes the calls one after the other.
    List<Heard> calls(List<Call> calls) {
        return calls(1, 1, calls);
    }

    /// Makes each call this many times, some concurrently.
    List<Heard> calls(int atOnce, int times, List<Call> calls) {
        List<String> command =
                new ArrayList<>(List.of("call", String.valueOf(atOnce), String.valueOf(times)));
        calls.forEach(call -> command.add(call.asArgument()));
        String said = run(Pods.CONTAINER, Pods.java(command).toArray(String[]::new));
        return said.lines().map(Heard::of).toList();
    }

    /// The results of a constant load.
    ///
    /// @param failed answers that were not 200
    /// @param medianMicros median latency of the others
    /// @param tailMicros 99th percentile of their latency
    record Latency(int failed, long medianMicros, long tailMicros) {}

    /// Reads at a constant rate, first to warm up, and then this many times more.
    Latency load(String url, int perSecond, int times) {
        List<String> command =
                List.of("load", url, String.valueOf(perSecond), String.valueOf(times));
        String[] said =
                run(Pods.CONTAINER, Pods.java(command).toArray(String[]::new))
                        .strip()
                        .split(" ", 3);
        return new Latency(
                Integer.parseInt(said[0]), Long.parseLong(said[1]), Long.parseLong(said[2]));
    }

    /// Sets how a callee answers: `status=503`, `delay=250`.
    void behave(String... orders) {
        call(Call.get(ORDERS + String.join("&", orders)));
    }

    /// The requests since the last `forget`.
    Count count() {
        String[] counts = call(Call.get(ORDERS)).body().split(" ", 2);
        return new Count(Integer.parseInt(counts[0]), Integer.parseInt(counts[1]));
    }

    void forget() {
        behave("forget");
    }

    private String run(String container, String... command) {
        return Remote.run(client, pod, container, command);
    }

    /// The lines logged by the pod's sidecar.
    Stream<String> accessLog() {
        return client.pods()
                .inNamespace(pod.getMetadata().getNamespace())
                .withName(name())
                .inContainer("istio-proxy")
                .getLog()
                .lines()
                .filter(line -> line.startsWith("{\""));
    }
}

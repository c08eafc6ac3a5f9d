package io.paymentsengine.suite.cluster;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// One pod on each node that sees the node's processes and can send signals to them. This is not possible
/// from inside a container, because the kernel shields the container's first process from SIGKILL and
/// SIGSTOP.
///
/// The pods have a namespace of their own, because no pod of the suite's namespace may access its host.
public final class Hands implements AutoCloseable {

    static final String NAMESPACE = "journeys";

    /// The container of a service's pod that runs the service.
    private static final String SERVICE = "service";

    private static final String CONTAINER = "hand";
    private static final long PATIENCE_SECONDS = 120;
    private static final long ROOT = 0;

    /// Sends a signal to every process of a container. Needs only a shell.
    private static final String SEND =
            """
            sent=1
            for file in /proc/[0-9]*/cgroup; do
              while read -r line; do
                case $line in
                  *"$2"*) pid=${file#/proc/}; kill -"$1" "${pid%/cgroup}" && sent=0; break ;;
                esac
              done 2>/dev/null < "$file"
            done
            [ "$sent" = 0 ] || echo "this node has no process of $2" >&2
            exit "$sent"
            """;

    /// The signals that can be sent.
    public enum Signal {
        STOP,
        CONT,
        KILL
    }

    private final KubernetesClient client;
    private final Map<String, Pod> byNode = new ConcurrentHashMap<>();

    private Hands(KubernetesClient client) {
        this.client = client;
    }

    /// Creates the namespace for these pods. What an aborted run has left in it is deleted first.
    public static Hands in(Cluster cluster) {
        Hands hands = new Hands(cluster.client());
        Resource<Namespace> place = hands.place();
        place.delete();
        place.waitUntilCondition(Objects::isNull, PATIENCE_SECONDS, TimeUnit.SECONDS);
        place.create();
        return hands;
    }

    /// Starts the pod on the node of a service's pod, so that later signals are sent without delay.
    public Pod reach(Pod pod) {
        return byNode.computeIfAbsent(pod.getSpec().getNodeName(), node -> made(node, pod));
    }

    /// Sends a signal to the service in a pod.
    public void send(Signal signal, Pod pod) {
        Remote.run(
                client,
                reach(pod),
                CONTAINER,
                "sh",
                "-c",
                SEND,
                CONTAINER,
                signal.name(),
                containerOf(pod));
    }

    @Override
    public void close() {
        place().delete();
    }

    private Resource<Namespace> place() {
        return client.resource(
                new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAMESPACE)
                        .addToLabels("istio-injection", "disabled")
                        .addToLabels("pod-security.kubernetes.io/enforce", "privileged")
                        .endMetadata()
                        .build());
    }

    private Pod made(String node, Pod service) {
        Pod hand =
                new PodBuilder()
                        .withNewMetadata()
                        .withNamespace(NAMESPACE)
                        .withName(CONTAINER + "-" + node)
                        .endMetadata()
                        .withNewSpec()
                        .withNodeName(node)
                        .withHostPID(true)
                        .withAutomountServiceAccountToken(false)
                        .withEnableServiceLinks(false)
                        .withTerminationGracePeriodSeconds(0L)
                        .withContainers(withImageOf(service))
                        .endSpec()
                        .build();
        client.resource(hand).create();
        return client.resource(hand).waitUntilReady(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// Uses the service's image, because it is already present on the node.
    private static Container withImageOf(Pod service) {
        String image =
                service.getSpec().getContainers().stream()
                        .filter(container -> container.getName().equals(SERVICE))
                        .map(Container::getImage)
                        .findFirst()
                        .orElseThrow();
        return new ContainerBuilder()
                .withName(CONTAINER)
                .withImage(image)
                .withImagePullPolicy("IfNotPresent")
                .withCommand("sleep", "infinity")
                .withNewSecurityContext()
                .withRunAsUser(ROOT)
                .withAllowPrivilegeEscalation(false)
                .withReadOnlyRootFilesystem(true)
                .withNewCapabilities()
                .withDrop("ALL")
                .withAdd("KILL")
                .endCapabilities()
                .endSecurityContext()
                .build();
    }

    /// The container's id as in its cgroup: without the prefix that names the container runtime.
    private static String containerOf(Pod pod) {
        return pod.getStatus().getContainerStatuses().stream()
                .filter(status -> status.getName().equals(SERVICE))
                .map(ContainerStatus::getContainerID)
                .map(id -> id.substring(id.lastIndexOf('/') + 1))
                .findFirst()
                .orElseThrow();
    }
}

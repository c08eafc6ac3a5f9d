package io.paymentsengine.suite.mesh;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.paymentsengine.suite.cluster.Cluster;
import io.paymentsengine.suite.mesh.pod.Agent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// Creates the test pods. They run the image of payment-service, which is present and has Java, with a jar
/// from a ConfigMap. `-Dmesh.client=` selects another image with a JRE.
final class Pods {

    static final String CONTAINER = "agent";

    /// A namespace outside the mesh.
    static final String OUTSIDE = "mesh-conformance";

    /// The label of everything that these tests create.
    static final String LABEL = "mesh-conformance";

    private static final String JAR = "agent.jar";
    private static final String FOLDER = "/conformance";
    private static final long PATIENCE_SECONDS = 180;
    private static final String VOLUME = "program";
    private static final int PORT = 8080;
    private static final long ANYBODY = 65532;

    private final KubernetesClient client;
    private final Change made;
    private final String image;

    /// @param made records what must be removed at the end
    Pods(Cluster cluster, Change made) {
        this.client = cluster.client();
        this.made = made;
        this.image =
                System.getProperty("mesh.client", "").isBlank()
                        ? cluster.image("payment-service")
                        : System.getProperty("mesh.client");
        made.putting(
                new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(OUTSIDE)
                        .addToLabels("istio-injection", "disabled")
                        .addToLabels(LABEL, "outside")
                        .endMetadata()
                        .build());
        made.putting(program(OUTSIDE));
        made.putting(program(Cluster.NAMESPACE));
    }

    /// The command that runs the test program.
    static List<String> java(List<String> arguments) {
        return Stream.concat(
                        Stream.of(
                                "java",
                                "-Xmx96m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:-UsePerfData",
                                "-cp",
                                FOLDER + "/" + JAR,
                                Agent.class.getName()),
                        arguments.stream())
                .toList();
    }

    /// A pod in the mesh that calls with this service account.
    MeshPod caller(String serviceAccount) {
        return made(
                Cluster.NAMESPACE,
                "conformance-caller-" + serviceAccount,
                serviceAccount,
                Map.of(LABEL, "caller"),
                made);
    }

    /// A pod without a sidecar.
    MeshPod stranger() {
        return made(OUTSIDE, "conformance-stranger", "default", Map.of(LABEL, "stranger"), made);
    }

    /// Another pod without a sidecar, for the stranger to call.
    MeshPod neighbour(Change until) {
        return made(OUTSIDE, "conformance-neighbour", "default", Map.of(LABEL, "stranger"), until);
    }

    /// Pods that answer in a service's name, on a track.
    ///
    /// @param until closing it removes the pods
    /// @param suffixes suffixes of the pods' names
    List<MeshPod> callees(String service, String track, Change until, String... suffixes) {
        List<Pod> asked =
                Stream.of(suffixes)
                        .map(
                                suffix ->
                                        described(
                                                Cluster.NAMESPACE,
                                                "conformance-callee-" + suffix,
                                                service,
                                                Map.of(
                                                        "app", service, "track", track, LABEL,
                                                        "callee")))
                        .toList();
        asked.forEach(until::putting);
        return asked.stream().map(this::ready).toList();
    }

    /// A pod that answers in a service's name on the canary track, and calls with the gateway's service
    /// account, so that requests from outside can be passed through it.
    MeshPod between(String service, Change until) {
        return made(
                Cluster.NAMESPACE,
                "conformance-between",
                "gateway",
                Map.of("app", service, "track", "canary", LABEL, "callee"),
                until);
    }

    /// A callee whose certificate is renewed every half minute.
    MeshPod calleeOfManyCertificates(String service, Change until) {
        Pod pod =
                described(
                                Cluster.NAMESPACE,
                                "conformance-callee-renewed",
                                service,
                                Map.of("app", service, "track", "canary", LABEL, "callee"))
                        .edit()
                        .editMetadata()
                        .addToAnnotations(
                                "proxy.istio.io/config",
                                "{proxyMetadata: {SECRET_TTL: 60s, SECRET_GRACE_PERIOD_RATIO: \"0.5\"}}")
                        .endMetadata()
                        .build();
        until.putting(pod);
        return ready(pod);
    }

    private MeshPod made(
            String namespace,
            String name,
            String serviceAccount,
            Map<String, String> labels,
            Change until) {
        Pod pod = described(namespace, name, serviceAccount, labels);
        until.putting(pod);
        return ready(pod);
    }

    MeshPod ready(Pod asked) {
        return new MeshPod(
                client, client.resource(asked).waitUntilReady(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    Pod described(
            String namespace, String name, String serviceAccount, Map<String, String> labels) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .withServiceAccountName(serviceAccount)
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withTerminationGracePeriodSeconds(2L)
                .withNewSecurityContext()
                .withRunAsNonRoot(true)
                .withRunAsUser(ANYBODY)
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile()
                .endSecurityContext()
                .withContainers(agent())
                .addNewVolume()
                .withName(VOLUME)
                .withNewConfigMap()
                .withName(LABEL)
                .endConfigMap()
                .endVolume()
                .endSpec()
                .build();
    }

    private Container agent() {
        return new ContainerBuilder()
                .withName(CONTAINER)
                .withImage(image)
                .withImagePullPolicy("IfNotPresent")
                .withCommand(java(List.of("serve")))
                .addNewPort()
                .withName("http")
                .withContainerPort(PORT)
                .endPort()
                .withNewReadinessProbe()
                .withNewTcpSocket()
                .withPort(new IntOrString(PORT))
                .endTcpSocket()
                .withPeriodSeconds(1)
                .endReadinessProbe()
                .withNewSecurityContext()
                .withAllowPrivilegeEscalation(false)
                .withReadOnlyRootFilesystem(true)
                .withNewCapabilities()
                .withDrop("ALL")
                .endCapabilities()
                .endSecurityContext()
                .addNewVolumeMount()
                .withName(VOLUME)
                .withMountPath(FOLDER)
                .withReadOnly(true)
                .endVolumeMount()
                .build();
    }

    static ConfigMap program(String namespace) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(LABEL)
                .addToLabels(LABEL, "program")
                .endMetadata()
                .addToBinaryData(JAR, Base64.getEncoder().encodeToString(jar()))
                .build();
    }

    private static byte[] jar() {
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes);
                Stream<Path> classes = Files.list(folderOf(Agent.class))) {
            for (Path each : classes.sorted().toList()) {
                jar.putNextEntry(
                        new JarEntry(
                                Agent.class.getPackageName().replace('.', '/')
                                        + "/"
                                        + each.getFileName()));
                jar.write(Files.readAllBytes(each));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    private static Path folderOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .resolve(type.getPackageName().replace('.', '/'));
        } catch (URISyntaxException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}

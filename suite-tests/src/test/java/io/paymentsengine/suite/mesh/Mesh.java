package io.paymentsengine.suite.mesh;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.paymentsengine.suite.cluster.Cluster;
import io.paymentsengine.suite.cluster.Remote;
import java.time.Duration;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/// The suite in its mesh, and what tests can do to it. At the end, everything created is removed and
/// everything changed is restored.
final class Mesh implements AutoCloseable {

    /// The time for istiod to configure every sidecar; listeners take longest.
    static final Duration PATIENCE = Duration.ofSeconds(60);

    static final List<String> SERVICES =
            List.of(
                    "payment-service",
                    "validation-service",
                    "account-service",
                    "saga-orchestrator");

    private static final String NETWORKING = "networking.istio.io/v1";

    private final Cluster cluster;
    private final Change made;
    private final Pods pods;
    private final GatewayClient gateway;
    private final Deque<Change> changes = new ConcurrentLinkedDeque<>();
    private final Map<String, MeshPod> callers = new HashMap<>();
    private final Map<Overlay, List<HasMetadata>> rendered = new HashMap<>();
    private Overlay deployed = Overlay.asDeployed();

    private Mesh(Cluster cluster) {
        this.cluster = cluster;
        this.gateway = GatewayClient.to(cluster.client());
        this.made = change();
        Runtime.getRuntime().addShutdownHook(new Thread(this::giveBack));
        this.pods = new Pods(cluster, made);
        made.putting(Sidecars.seeingTheNamespace());
    }

    static Mesh enter() {
        return new Mesh(Cluster.connect());
    }

    Cluster cluster() {
        return cluster;
    }

    KubernetesClient client() {
        return cluster.client();
    }

    GatewayClient gateway() {
        return gateway;
    }

    /// A pod inside the mesh that calls with this service account.
    MeshPod caller(String serviceAccount) {
        return callers.computeIfAbsent(serviceAccount, pods::caller);
    }

    /// A pod that calls from outside the mesh.
    MeshPod stranger() {
        return callers.computeIfAbsent("", _ -> pods.stranger());
    }

    /// A pod that the stranger can call without any sidecar, until the change is closed.
    MeshPod neighbour(Change until) {
        return pods.neighbour(until);
    }

    /// An empty change.
    Change change() {
        Change change = new Change(cluster.client());
        changes.addFirst(change);
        return change;
    }

    /// Adds test pods that answer in a service's name, on a track that has no pods of the service, until the
    /// change is closed.
    ///
    /// @param suffixes suffixes of the pods' names
    List<MeshPod> callees(String service, String track, Change until, String... suffixes) {
        return pods.callees(service, track, until, suffixes);
    }

    /// A test pod between the gateway and a service, until the change is closed.
    MeshPod between(String service, Change until) {
        return pods.between(service, until);
    }

    /// A callee whose certificate is renewed every half minute, until the change is closed.
    MeshPod calleeOfManyCertificates(String service, Change until) {
        return pods.calleeOfManyCertificates(service, until);
    }

    /// As [#callees], for one pod.
    MeshPod callee(String service, String track, Change until) {
        return callees(service, track, until, service).getFirst();
    }

    /// A bank outside the mesh, until the change is closed.
    Bank bank(Change until) {
        return Bank.open(pods, until);
    }

    /// A collector of traces, until the change is closed.
    Traces traces(Change until) {
        return Traces.collected(pods, until);
    }

    /// The deployed overlay, without additions.
    Overlay overlay() {
        return deployed;
    }

    /// The rendered resources of the overlay.
    List<HasMetadata> resources(Overlay overlay) {
        return rendered.computeIfAbsent(overlay, each -> each.rendered(cluster.client()));
    }

    /// Applies the differences of this overlay to the deployed one, until it is closed.
    Change applied(Overlay wanted) {
        return applied(deployed, wanted);
    }

    /// Applies the differences to an overlay that is already applied, until it is closed.
    Change applied(Overlay there, Overlay wanted) {
        return applied(resources(there), resources(wanted));
    }

    /// When closed, restores what something else has changed by applying this overlay.
    Change givingBack(Overlay wanted) {
        Map<String, HasMetadata> there = named(resources(deployed));
        Change change = change();
        named(resources(wanted))
                .forEach(
                        (name, resource) -> {
                            if (!Objects.equals(resource, there.get(name))) {
                                change.givingBack(resource);
                            }
                        });
        return change;
    }

    private Change applied(List<HasMetadata> before, List<HasMetadata> after) {
        Map<String, HasMetadata> there = named(before);
        Map<String, HasMetadata> wanted = named(after);
        Change change = change();
        there.forEach(
                (name, resource) -> {
                    if (!wanted.containsKey(name)) {
                        change.removing(resource);
                    }
                });
        wanted.forEach(
                (name, resource) -> {
                    if (!Objects.equals(resource, there.get(name))) {
                        change.putting(resource);
                    }
                });
        return change;
    }

    /// Removes or breaks something that is deployed; closing it restores that.
    AutoCloseable mutated(Overlay.Patch mutation) {
        Overlay whole = deployed;
        Overlay broken = whole.patched(mutation);
        Change change = applied(resources(whole), resources(broken));
        deployed = broken;
        awaitPodsOf(mutation);
        return () -> {
            deployed = whole;
            change.close();
            awaitPodsOf(mutation);
        };
    }

    /// A change of a Deployment takes effect with its new pods.
    private void awaitPodsOf(Overlay.Patch patch) {
        if (patch.kind().equals("Deployment")) {
            await("%s is rolled out".formatted(patch.name()))
                    .until(() -> cluster.isRolledOut(patch.name()));
        }
    }

    /// Whether something is removed or broken on purpose.
    boolean isMutated() {
        return !deployed.equals(Overlay.asDeployed());
    }

    /// Sends to the canary subset whatever a VirtualService sends to the stable one.
    void redirect(String virtualService, Change until) {
        GenericKubernetesResource routes =
                cluster.resource(NETWORKING, "VirtualService", virtualService);
        until.putting(Routes.toTheCanary(routes));
    }

    /// The responses of Envoy's admin interface in the pods of an app.
    List<String> envoys(String app, String question) {
        return cluster.pods(app).stream().map(pod -> envoy(pod, question)).toList();
    }

    /// The sum of an Envoy counter over all pods of an app, with all clusters and listeners.
    long counted(String app, String counter) {
        return countedByEach(app, counter).stream().mapToLong(Long::longValue).sum();
    }

    /// The value of an Envoy counter in each pod of an app.
    List<Long> countedByEach(String app, String counter) {
        return envoys(app, "stats?filter=" + counter).stream()
                .map(
                        stats ->
                                stats.lines()
                                        .filter(line -> line.contains(counter))
                                        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                                        .mapToLong(Long::parseLong)
                                        .sum())
                .toList();
    }

    /// The response of Envoy's admin interface in a pod.
    String envoy(Pod pod, String question) {
        return Remote.run(
                cluster.client(), pod, "istio-proxy", "pilot-agent", "request", "GET", question);
    }

    /// Returns when the configuration of an app's sidecars meets a condition.
    void awaitKnown(String app, String question, Predicate<String> known) {
        await("%s knows of it".formatted(app))
                .until(() -> envoys(app, question).stream().allMatch(known));
    }

    /// Waits until a condition is met, for [#PATIENCE] at most.
    static ConditionFactory await(String what) {
        return Awaitility.await(what)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(300));
    }

    @Override
    public void close() {
        giveBack();
        cluster.close();
    }

    /// Restores the last change first; also called when a run is stopped in the middle of a test.
    private void giveBack() {
        changes.forEach(Change::close);
    }

    private static Map<String, HasMetadata> named(List<HasMetadata> resources) {
        return resources.stream()
                .collect(
                        Collectors.toMap(
                                each ->
                                        "%s %s %s"
                                                .formatted(
                                                        each.getApiVersion(),
                                                        each.getKind(),
                                                        each.getMetadata().getName()),
                                each -> each));
    }
}

package io.paymentsengine.house;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The hosts that pods have to reach, and what allows them to, in rendered manifests.
final class Reach {

    private static final String APP = "/spec/template/metadata/labels/app";
    private static final String CONTAINERS = "/spec/template/spec/containers";
    private static final String CONTROL_PLANE = "istio-system";
    private static final int CONTROL_PORT = 15012;

    /// Settings that have addresses.
    private static final Pattern PLACE = Pattern.compile(".*(URL|SERVERS|HOST)");

    private Reach() {}

    /// Hosts in the settings of pods that the pods' sidecars don't know: nothing can be sent there.
    static List<String> unseen(House house) {
        return needed(house, (app, host) -> !sees(house, app, host));
    }

    /// External hosts in the settings of pods that no allow policy of a closed network lets the
    /// pods reach.
    static List<String> walledIn(House house) {
        return needed(house, (app, host) -> isClosed(house) && !leaves(house, app, host));
    }

    /// Stores in the settings of pods that don't take a Secret with credentials for them.
    static List<String> withoutLogin(House house) {
        return deployments(house)
                .flatMap(
                        pods ->
                                settings(house, pods)
                                        .map(Map.Entry::getKey)
                                        .flatMap(Reach::store)
                                        .map(store -> pods.text(APP) + "-" + store)
                                        .distinct()
                                        .filter(
                                                secret ->
                                                        !pods.tree()
                                                                .findValues("secretRef")
                                                                .toString()
                                                                .contains("\"" + secret + "\""))
                                        .map(secret -> pods.name() + " has no Secret " + secret))
                .toList();
    }

    /// Closed networks that don't let sidecars reach the control plane of their revision. The
    /// control plane of Azure's add-on is in a namespace of its own.
    static List<String> cutOff(House house) {
        String place =
                Manifest.ofKind(house, "Namespace")
                                .anyMatch(
                                        space ->
                                                space.text("/metadata/labels/istio.io~1rev")
                                                        .startsWith("asm-"))
                        ? "aks-" + CONTROL_PLANE
                        : CONTROL_PLANE;
        return Manifest.ofKind(house, "NetworkPolicy")
                .flatMap(policy -> policy.spec().path("egress").valueStream())
                .filter(way -> opens(way, CONTROL_PORT))
                .flatMap(way -> way.findValues("kubernetes.io/metadata.name").stream())
                .map(JsonNode::asString)
                .filter(Predicate.not(place::equals))
                .map(other -> "the control plane is in " + place + ", not in " + other)
                .toList();
    }

    private interface Refusal {
        boolean of(String app, String host);
    }

    private static List<String> needed(House house, Refusal refusal) {
        return deployments(house)
                .flatMap(
                        pods ->
                                settings(house, pods)
                                        .filter(each -> PLACE.matcher(each.getKey()).matches())
                                        .flatMap(each -> hosts(each.getValue().asString("")))
                                        .distinct()
                                        .filter(host -> refusal.of(pods.text(APP), host))
                                        .map(host -> pods.name() + " to " + host))
                .toList();
    }

    /// The settings that a container takes from ConfigMaps: all of one, or a single key.
    private static Stream<Map.Entry<String, JsonNode>> settings(House house, Manifest pods) {
        JsonNode containers = pods.tree().at(CONTAINERS);
        Stream<Map.Entry<String, JsonNode>> all =
                containers.findValues("configMapRef").stream()
                        .flatMap(map -> data(house, map).propertyStream());
        Stream<Map.Entry<String, JsonNode>> single =
                containers.findValues("configMapKeyRef").stream()
                        .flatMap(reference -> named(house, reference));
        return Stream.concat(all, single);
    }

    private static Stream<Map.Entry<String, JsonNode>> named(House house, JsonNode reference) {
        String key = reference.path("key").asString("");
        return data(house, reference).propertyStream().filter(each -> each.getKey().equals(key));
    }

    private static JsonNode data(House house, JsonNode reference) {
        return Manifest.ofKind(house, "ConfigMap")
                .filter(map -> map.name().equals(reference.path("name").asString("")))
                .map(map -> map.tree().path("data"))
                .findFirst()
                .orElse(reference.path("missing"));
    }

    private static Stream<String> hosts(String value) {
        return Stream.of(value.replaceFirst("^.*//", "").split(","))
                .map(place -> place.replaceFirst("[:/?].*$", ""));
    }

    private static Stream<String> store(String key) {
        return Stream.of("kafka", "redis")
                .filter(
                        store ->
                                key.matches(
                                        "SPRING_(DATA_)?"
                                                + store.toUpperCase(Locale.ROOT)
                                                + "_.*"));
    }

    /// Whether the Sidecar resource for an app, or else that of the namespace, lists the host.
    private static boolean sees(House house, String app, String host) {
        List<Manifest> sidecars = Manifest.ofKind(house, "Sidecar").toList();
        Predicate<Manifest> own =
                sidecar -> sidecar.text("/spec/workloadSelector/labels/app").equals(app);
        Stream<Manifest> counts =
                sidecars.stream().anyMatch(own)
                        ? sidecars.stream().filter(own)
                        : sidecars.stream().filter(each -> !each.spec().has("workloadSelector"));
        return counts.flatMap(sidecar -> sidecar.spec().findValues("hosts").stream())
                .flatMap(JsonNode::valueStream)
                .map(JsonNode::asString)
                .anyMatch(
                        known ->
                                known.equals("./*")
                                        || known.equals("./" + host)
                                        || known.startsWith("./" + host + "."));
    }

    private static boolean isClosed(House house) {
        return Manifest.ofKind(house, "NetworkPolicy")
                .anyMatch(
                        policy ->
                                policy.spec().path("podSelector").isEmpty()
                                        && policy.spec()
                                                .path("policyTypes")
                                                .toString()
                                                .contains("Egress"));
    }

    private static boolean leaves(House house, String app, String host) {
        return Manifest.ofKind(house, "ServiceEntry")
                .filter(entry -> entry.spec().path("hosts").toString().contains("\"" + host + "\""))
                .flatMap(entry -> entry.spec().path("ports").valueStream())
                .mapToInt(port -> port.path("targetPort").asInt(port.path("number").asInt(0)))
                .allMatch(
                        port ->
                                Manifest.ofKind(house, "NetworkPolicy")
                                        .filter(policy -> concerns(policy, app))
                                        .flatMap(
                                                policy ->
                                                        policy.spec().path("egress").valueStream())
                                        .anyMatch(way -> opens(way, port)));
    }

    private static boolean concerns(Manifest policy, String app) {
        JsonNode selector = policy.spec().path("podSelector");
        return selector.isEmpty() || selector.toString().contains("\"" + app + "\"");
    }

    private static boolean opens(JsonNode way, int port) {
        return way.path("ports").valueStream().anyMatch(each -> each.path("port").asInt(0) == port);
    }

    private static Stream<Manifest> deployments(House house) {
        return Manifest.ofKind(house, "Deployment");
    }
}

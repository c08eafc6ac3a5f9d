package io.paymentsengine.house;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Checks in rendered manifests that the end of a pod interrupts nothing.
final class Restarts {

    private static final String POD = "/spec/template/metadata";
    private static final Pattern SECONDS = Pattern.compile("(\\d+)s");
    private static final Pattern DRAIN = Pattern.compile("terminationDrainDuration: (\\d+s)");

    private Restarts() {}

    /// Deployments without exactly one PodDisruptionBudget. Without a budget, all pods may be
    /// evicted at once; with several, none can be evicted.
    static List<String> unbudgeted(House house) {
        List<Manifest> budgets = Manifest.ofKind(house, "PodDisruptionBudget").toList();
        return Manifest.ofKind(house, "Deployment")
                .filter(
                        pods ->
                                budgets.stream().filter(budget -> selects(budget, pods)).count()
                                        != 1)
                .map(pods -> pods.described("needs exactly one budget"))
                .toList();
    }

    /// Deployments with one pod, although the gateway is scaled to several. A canary may have one
    /// pod.
    static List<String> alone(House house) {
        Set<String> scaled =
                Manifest.ofKind(house, "HorizontalPodAutoscaler")
                        .map(scaler -> scaler.text("/spec/scaleTargetRef/name"))
                        .collect(Collectors.toSet());
        return Manifest.ofKind(house, "Deployment")
                .filter(_ -> scaled.contains("gateway"))
                .filter(pods -> !scaled.contains(pods.name()))
                .filter(pods -> pods.spec().path("replicas").asInt(1) < 2)
                .filter(pods -> !pods.text(POD + "/labels/track").equals("canary"))
                .map(pods -> pods.described("has only one pod"))
                .toList();
    }

    /// Gateways that stop draining before the longest request may have ended, or that are killed
    /// before they have drained.
    static List<String> cutting(House house) {
        int longest =
                Manifest.ofKind(house, "VirtualService")
                        .filter(service -> service.spec().has("gateways"))
                        .flatMap(service -> service.spec().path("http").valueStream())
                        .mapToInt(route -> seconds(route.path("timeout").asString("")))
                        .max()
                        .orElse(0);
        return Manifest.ofKind(house, "Deployment")
                .filter(pods -> annotation(pods, "inject.istio.io~1templates").equals("gateway"))
                .filter(
                        pods -> {
                            int drain = drain(annotation(pods, "proxy.istio.io~1config"));
                            return drain <= longest || grace(pods) <= drain;
                        })
                .map(pods -> pods.described("a request may take " + longest + " s"))
                .toList();
    }

    /// Routes at the gateway that would cut off a timeline which a client follows: they have a
    /// timeout, and take a timeline request that has the headers that they match.
    static List<String> shortened(House house) {
        return Manifest.ofKind(house, "VirtualService")
                .filter(service -> service.spec().has("gateways"))
                .flatMap(
                        service ->
                                matches(service)
                                        .flatMap(match -> first(service, match).stream())
                                        .filter(route -> route.has("timeout"))
                                        .map(route -> route.path("name").asString(""))
                                        .distinct()
                                        .map(service::described))
                .toList();
    }

    private static Stream<JsonNode> matches(Manifest service) {
        return service.spec()
                .path("http")
                .valueStream()
                .flatMap(route -> route.path("match").valueStream());
    }

    /// The route of a timeline request that also has the headers of a match.
    private static List<JsonNode> first(Manifest service, JsonNode asked) {
        return service.spec()
                .path("http")
                .valueStream()
                .filter(
                        route ->
                                route.path("match").isEmpty()
                                        || route.path("match")
                                                .valueStream()
                                                .anyMatch(match -> takes(match, asked)))
                .limit(1)
                .toList();
    }

    private static boolean takes(JsonNode match, JsonNode asked) {
        String place = "/api/v1/payments/1/timeline";
        JsonNode uri = match.path("uri");
        boolean here =
                uri.isMissingNode()
                        || (uri.has("prefix") && place.startsWith(uri.path("prefix").asString()))
                        || (uri.has("regex") && place.matches(uri.path("regex").asString()));
        return here
                && match.at("/method/exact").asString("GET").equals("GET")
                && match.path("headers").propertyStream().allMatch(isSent(asked));
    }

    private static Predicate<Map.Entry<String, JsonNode>> isSent(JsonNode asked) {
        return header ->
                header.getKey().equals("accept")
                        || header.getValue().equals(asked.path("headers").get(header.getKey()));
    }

    private static boolean selects(Manifest budget, Manifest pods) {
        return budget.spec()
                .at("/selector/matchLabels")
                .propertyStream()
                .allMatch(
                        label ->
                                pods.text(POD + "/labels/" + label.getKey())
                                        .equals(label.getValue().asString("")));
    }

    private static String annotation(Manifest pods, String name) {
        return pods.text(POD + "/annotations/" + name);
    }

    private static int grace(Manifest pods) {
        return pods.tree().at("/spec/template/spec/terminationGracePeriodSeconds").asInt(30);
    }

    private static int drain(String config) {
        Matcher drain = DRAIN.matcher(config);
        return drain.find() ? seconds(drain.group(1)) : 0;
    }

    private static int seconds(String duration) {
        Matcher seconds = SECONDS.matcher(duration);
        return seconds.matches() ? Integer.parseInt(seconds.group(1)) : 0;
    }
}

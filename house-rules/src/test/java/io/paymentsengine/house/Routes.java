package io.paymentsengine.house;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Where the mesh routes requests, and which requests it repeats.
final class Routes {

    /// Retry conditions under which a request has certainly not arrived.
    private static final Set<String> HARMLESS =
            Set.of("connect-failure", "refused-stream", "reset-before-request");

    private static final String TRACK = "/spec/template/metadata/labels/track";

    private Routes() {}

    /// Hosts with more than one VirtualService. Inside the mesh, only one of them applies.
    static List<String> shared(House house) {
        Map<String, Long> hosts =
                Manifest.ofKind(house, "VirtualService")
                        .flatMap(service -> service.spec().path("hosts").valueStream())
                        .collect(
                                Collectors.groupingBy(
                                        JsonNode::asString, TreeMap::new, Collectors.counting()));
        return hosts.entrySet().stream()
                .filter(host -> host.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Routes, including those of patches, to a subset that no DestinationRule defines. Hosts
    /// outside the mesh need no subset.
    static List<String> intoNowhere(House house) {
        Set<String> known =
                Stream.concat(subsets(house).stream(), elsewhere(house))
                        .collect(Collectors.toSet());
        Stream<JsonNode> routes = Manifest.ofKind(house, "VirtualService").map(Manifest::spec);
        Stream<JsonNode> patched = Patch.of(house).stream().map(Patch::operations);
        return Stream.concat(routes, patched)
                .flatMap(routing -> routing.findValues("destination").stream())
                .map(to -> to.path("host").asString("") + " " + to.path("subset").asString(""))
                .distinct()
                .filter(Predicate.not(known::contains))
                .toList();
    }

    /// Subsets that match the pods of no Deployment.
    static List<String> withoutPods(House house) {
        Set<String> tracks = tracks(house);
        return Manifest.ofKind(house, "DestinationRule")
                .flatMap(
                        rule ->
                                rule.spec()
                                        .path("subsets")
                                        .valueStream()
                                        .filter(
                                                subset ->
                                                        !tracks.contains(
                                                                subset.at("/labels/track")
                                                                        .asString("")))
                                        .map(
                                                subset ->
                                                        rule.described(
                                                                subset.path("name").asString(""))))
                .toList();
    }

    /// Routes in rendered manifests to pods that are not in them.
    static List<String> unserved(House house) {
        Set<String> there =
                Stream.concat(
                                Manifest.ofKind(house, "Deployment").flatMap(Routes::served),
                                elsewhere(house))
                        .collect(Collectors.toSet());
        Map<String, String> tracks = new TreeMap<>();
        Manifest.ofKind(house, "DestinationRule")
                .flatMap(rule -> rule.spec().path("subsets").valueStream())
                .forEach(
                        subset ->
                                tracks.put(
                                        subset.path("name").asString(""),
                                        subset.at("/labels/track").asString("")));
        return Manifest.ofKind(house, "VirtualService")
                .flatMap(service -> service.spec().findParents("destination").stream())
                .filter(share -> share.path("weight").asInt(100) > 0)
                .map(share -> share.path("destination"))
                .map(
                        to ->
                                to.path("host").asString("")
                                        + " "
                                        + tracks.getOrDefault(to.path("subset").asString(""), ""))
                .distinct()
                .filter(Predicate.not(there::contains))
                .toList();
    }

    /// Services that an HTTPRoute in rendered manifests routes to, but whose pods are not in them.
    static List<String> withoutBackend(House house) {
        Set<String> there =
                Manifest.ofKind(house, "Deployment")
                        .flatMap(Routes::served)
                        .collect(Collectors.toSet());
        Set<String> served =
                Manifest.ofKind(house, "Service")
                        .filter(service -> there.contains(selected(service)))
                        .map(Manifest::name)
                        .collect(Collectors.toSet());
        return Manifest.ofKind(house, "HTTPRoute")
                .flatMap(route -> route.spec().findValues("backendRefs").stream())
                .flatMap(JsonNode::valueStream)
                .filter(share -> share.path("weight").asInt(1) > 0)
                .map(share -> share.path("name").asString(""))
                .distinct()
                .filter(Predicate.not(served::contains))
                .toList();
    }

    /// Routes that may repeat a request that has had an effect, or that leave retries to Istio's
    /// defaults.
    static List<String> repeating(House house) {
        return Manifest.ofKind(house, "VirtualService")
                .flatMap(
                        service ->
                                service.spec()
                                        .path("http")
                                        .valueStream()
                                        .filter(Routes::mayRepeat)
                                        .map(
                                                route ->
                                                        service.described(
                                                                route.path("name").asString(""))))
                .toList();
    }

    /// The host of a Deployment, alone and with the track of its pods.
    private static Stream<String> served(Manifest deployment) {
        String app = deployment.text("/spec/template/metadata/labels/app");
        return Stream.of(app + " ", app + " " + deployment.text(TRACK));
    }

    private static String selected(Manifest service) {
        return service.text("/spec/selector/app") + " " + service.text("/spec/selector/track");
    }

    /// Hosts outside the mesh, which have no subsets.
    private static Stream<String> elsewhere(House house) {
        return Manifest.ofKind(house, "ServiceEntry")
                .flatMap(entry -> entry.spec().path("hosts").valueStream())
                .map(host -> host.asString("") + " ");
    }

    private static boolean mayRepeat(JsonNode route) {
        JsonNode retries = route.path("retries");
        if (retries.isMissingNode()) {
            return true;
        }
        if (retries.path("attempts").asInt(0) == 0 || readsOnly(route)) {
            return false;
        }
        return !isKeyed(route)
                || !HARMLESS.containsAll(
                        List.of(retries.path("retryOn").asString("default").split(", *")));
    }

    /// Whether a route takes only requests with an idempotency key, which have no second effect if
    /// they are repeated.
    private static boolean isKeyed(JsonNode route) {
        return !route.path("match").isEmpty()
                && route.path("match")
                        .valueStream()
                        .allMatch(match -> match.path("headers").has("idempotency-key"));
    }

    private static boolean readsOnly(JsonNode route) {
        return !route.path("match").isEmpty()
                && route.path("match")
                        .valueStream()
                        .allMatch(match -> match.at("/method/exact").asString("").equals("GET"));
    }

    /// The host and name of every subset.
    private static Set<String> subsets(House house) {
        Stream<String> made =
                Manifest.ofKind(house, "DestinationRule")
                        .flatMap(
                                rule ->
                                        named(
                                                rule.text("/spec/host"),
                                                rule.spec().path("subsets").valueStream()));
        Stream<String> patched =
                Patch.of(house).stream()
                        .filter(patch -> patch.kind().equals("DestinationRule"))
                        .flatMap(
                                patch ->
                                        named(
                                                patch.name(),
                                                patch.operations()
                                                        .valueStream()
                                                        .map(each -> each.path("value"))));
        return Stream.concat(made, patched).collect(Collectors.toSet());
    }

    private static Stream<String> named(String host, Stream<JsonNode> subsets) {
        return subsets.map(subset -> host + " " + subset.path("name").asString(""));
    }

    private static Set<String> tracks(House house) {
        Stream<String> made =
                Manifest.ofKind(house, "Deployment").map(deployment -> deployment.text(TRACK));
        Stream<String> patched =
                Patch.of(house).stream()
                        .flatMap(patch -> patch.operations().valueStream())
                        .filter(each -> each.path("path").asString("").equals(TRACK))
                        .map(each -> each.path("value").asString(""));
        return Stream.concat(made, patched)
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.toSet());
    }
}

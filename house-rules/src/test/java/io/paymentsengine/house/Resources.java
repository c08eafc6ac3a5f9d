package io.paymentsengine.house;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Mistakes in manifests that a cluster accepts without an error.
final class Resources {

    private static final String NETWORKING = "networking.istio.io/v1";
    private static final String SECURITY = "security.istio.io/v1";

    /// The API versions of the Istio kinds and of the Gateway API.
    private static final Map<String, String> VERSIONS =
            Map.of(
                    "VirtualService", NETWORKING,
                    "DestinationRule", NETWORKING,
                    "ServiceEntry", NETWORKING,
                    "Sidecar", NETWORKING,
                    "EnvoyFilter", "networking.istio.io/v1alpha3",
                    "PeerAuthentication", SECURITY,
                    "AuthorizationPolicy", SECURITY,
                    "RequestAuthentication", SECURITY,
                    "Telemetry", "telemetry.istio.io/v1",
                    "HTTPRoute", "gateway.networking.k8s.io/v1");

    /// Fields of outlier detection, which are ignored anywhere else.
    private static final Pattern OF_OUTLIERS =
            Pattern.compile("consecutive.*|.*[eE]jection.*|minHealthPercent|interval");

    private static final Pattern PORT_NAME =
            Pattern.compile("(http|http2|https|grpc|tcp|tls)(-.+)?");
    private static final Set<String> PROTOCOLS =
            Set.of("http", "http2", "https", "grpc", "tcp", "tls");

    /// Commands that were removed, or that never worked.
    private static final Pattern GONE =
            Pattern.compile(
                    "istioctl (authn|operator)\\b|istioctl manifest apply\\b"
                            + "|kubectl wait [^\\n]*condition=[rR]eady [^\\n]*namespace");

    private Resources() {}

    /// Resources with an API version that Istio doesn't have, or has replaced.
    static List<String> outdated(House house) {
        return refused(
                house,
                manifest -> VERSIONS.containsKey(manifest.kind()),
                manifest ->
                        Stream.of(manifest.tree().path("apiVersion").asString(""))
                                .filter(
                                        Predicate.not(
                                                VERSIONS.getOrDefault(manifest.kind(), "")
                                                        ::equals)));
    }

    /// Resources whose spec is null, which Istio treats as no spec at all.
    static List<String> empty(House house) {
        return refused(
                house,
                manifest -> manifest.spec().isNull(),
                _ -> Stream.of("the spec is null, not {}"));
    }

    /// Fields of outlier detection that are in the wrong place, or no longer exist.
    static List<String> ignored(House house) {
        return refused(
                house,
                manifest -> manifest.kind().equals("DestinationRule"),
                manifest ->
                        Stream.concat(
                                manifest.spec().findValues("connectionPool").stream()
                                        .flatMap(pool -> pool.propertyStream())
                                        .map(Map.Entry::getKey)
                                        .filter(key -> OF_OUTLIERS.matcher(key).matches()),
                                manifest.spec().findValues("outlierDetection").stream()
                                        .flatMap(pool -> pool.propertyStream())
                                        .map(Map.Entry::getKey)
                                        .filter("consecutiveErrors"::equals)));
    }

    /// Telemetry for all pods, in addition to another one for all pods. Istio uses only the oldest.
    static List<String> overlooked(House house) {
        return Manifest.ofKind(house, "Telemetry")
                .filter(telemetry -> !telemetry.spec().has("selector"))
                .skip(1)
                .map(telemetry -> telemetry.described("ignored by Istio"))
                .toList();
    }

    /// Selectors that pods of a new version don't match.
    static List<String> pinned(House house) {
        return refused(
                house,
                manifest -> manifest.spec().path("selector").path("matchLabels").has("version"),
                _ -> Stream.of("the selector has a version"));
    }

    /// Ports whose protocol the mesh has to guess.
    static List<String> guessed(House house) {
        return refused(
                house,
                manifest -> manifest.kind().equals("Service"),
                manifest ->
                        manifest.spec()
                                .path("ports")
                                .valueStream()
                                .filter(
                                        port ->
                                                !PORT_NAME
                                                                .matcher(
                                                                        port.path("name")
                                                                                .asString(""))
                                                                .matches()
                                                        || !PROTOCOLS.contains(
                                                                port.path("appProtocol")
                                                                        .asString("")))
                                .map(port -> "port " + port.path("name").asString("")));
    }

    /// Secrets in files.
    static List<String> secrets(House house) {
        return Stream.concat(
                        Manifest.ofKind(house, "Secret"),
                        Manifest.kustomizations(house)
                                .filter(told -> told.tree().has("secretGenerator")))
                .map(manifest -> manifest.described("contains a secret"))
                .toList();
    }

    /// Files that are never applied, because no kustomization names them.
    static List<String> unused(House house) {
        Set<String> named =
                Manifest.kustomizations(house)
                        .flatMap(told -> files(told).map(path -> beside(told, path)))
                        .collect(Collectors.toSet());
        return Manifest.all(house).stream()
                .map(manifest -> manifest.file().name())
                .distinct()
                .filter(name -> !name.endsWith("/kustomization.yaml"))
                .filter(name -> !name.startsWith("istio/install/"))
                .filter(Predicate.not(named::contains))
                .toList();
    }

    /// Commands in scripts and documents that no longer work.
    static List<String> goneCommands(House house) {
        return house.files(".sh", ".ps1", ".md").stream()
                .flatMap(
                        file ->
                                GONE.matcher(file.text())
                                        .results()
                                        .map(found -> file.name() + " " + found.group()))
                .toList();
    }

    /// The files that a kustomization applies, uses as patches, or puts into a ConfigMap.
    private static Stream<String> files(Manifest told) {
        Stream<JsonNode> lists =
                Stream.concat(
                        Stream.of(told.tree().path("resources")),
                        told.tree().findValues("files").stream());
        return Stream.concat(
                        lists.flatMap(JsonNode::valueStream),
                        told.tree().findValues("path").stream())
                .map(path -> path.asString(""));
    }

    private static String beside(Manifest told, String path) {
        return told.file().name().replaceFirst("[^/]*$", "") + path;
    }

    private static List<String> refused(
            House house, Predicate<Manifest> concerned, Function<Manifest, Stream<String>> what) {
        return Manifest.resources(house).stream()
                .filter(concerned)
                .flatMap(manifest -> what.apply(manifest).map(manifest::described))
                .toList();
    }
}

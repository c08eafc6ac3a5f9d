package io.paymentsengine.house;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// How much the mesh lets through to those who hold requests for long.
final class Pools {

    static final String PROPERTIES =
            "payment-service/src/main/java/io/paymentsengine/payment/wiring/PaymentProperties.java";

    private static final Pattern HELD =
            Pattern.compile("@DefaultValue\\(\"(\\d+)\"\\) @Positive int (?:waits|streams)Max\\b");

    static final String PLATFORM = "platform/src/main/resources/platform.yaml";

    private static final Pattern CONNECTIONS = Pattern.compile("max-connections: (\\d+)");

    private static final String REQUESTS = "http2MaxRequests";

    private Pools() {}

    /// Pools of payment-service that those alone can fill who wait for an end or follow a timeline: nobody
    /// else would be answered then, of any tenant.
    static List<String> filledByWaiting(House house) {
        int held =
                HELD.matcher(house.file(PROPERTIES).text())
                        .results()
                        .mapToInt(limit -> Integer.parseInt(limit.group(1)))
                        .sum();
        Stream<JsonNode> patches =
                Patch.of(house).stream()
                        .filter(patch -> patch.name().equals("payment-service"))
                        .map(Patch::operations);
        return Stream.concat(rules(house), patches)
                .flatMap(Pools::pools)
                .filter(most -> most.asInt(0) <= held)
                .map(most -> "%s: %s, and %d may be held".formatted(REQUESTS, most, held))
                .toList();
    }

    /// Pools of payment-service with which one caller alone asks more of one pod than it takes, where there may be
    /// one: each request is a connection between the sidecar and the service. What patches bring is for several pods.
    static List<String> largerThanAPod(House house) {
        int most = taken(house);
        return rules(house)
                .flatMap(Pools::pools)
                .filter(pool -> pool.asInt(0) > most)
                .map(pool -> "%s: %s, and a pod takes %d".formatted(REQUESTS, pool, most))
                .toList();
    }

    /// Services whose sidecars let in more than the service takes, or less: a pool is each caller's, and there are
    /// many callers.
    static List<String> uncapped(House house) {
        int most = taken(house);
        Set<String> capped =
                Manifest.ofKind(house, "Sidecar")
                        .filter(
                                sidecar ->
                                        sidecar.spec()
                                                        .at(
                                                                "/inboundConnectionPool/tcp/maxConnections")
                                                        .asInt(0)
                                                == most)
                        .map(sidecar -> sidecar.text("/spec/workloadSelector/labels/app"))
                        .collect(Collectors.toSet());
        return Manifest.ofKind(house, "Deployment")
                .filter(
                        pods ->
                                pods.text("/metadata/labels/payments-engine~1pod")
                                        .equals("service"))
                .map(pods -> pods.text("/spec/template/metadata/labels/app"))
                .distinct()
                .filter(Predicate.not(capped::contains))
                .toList();
    }

    /// How many requests a service takes at once.
    private static int taken(House house) {
        Matcher taken = CONNECTIONS.matcher(house.file(PLATFORM).text());
        return taken.find() ? Integer.parseInt(taken.group(1)) : 0;
    }

    private static Stream<JsonNode> rules(House house) {
        return Manifest.ofKind(house, "DestinationRule")
                .filter(rule -> rule.text("/spec/host").equals("payment-service"))
                .map(Manifest::spec);
    }

    private static Stream<JsonNode> pools(JsonNode tree) {
        return tree.findValues(REQUESTS).stream();
    }
}

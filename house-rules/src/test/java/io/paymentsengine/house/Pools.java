package io.paymentsengine.house;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The connection pools in the mesh, compared with how many requests services hold and accept.
final class Pools {

    static final String PROPERTIES =
            "payment-service/src/main/java/io/paymentsengine/payment/wiring/PaymentProperties.java";

    private static final Pattern HELD =
            Pattern.compile("@DefaultValue\\(\"(\\d+)\"\\) @Positive int (?:waits|streams)Max\\b");

    static final String PLATFORM = "platform/src/main/resources/platform.yaml";

    private static final Pattern CONNECTIONS = Pattern.compile("max-connections: (\\d+)");

    private static final String REQUESTS = "http2MaxRequests";

    private Pools() {}

    /// Pools of payment-service that can be filled by requests that wait for the end of a payment
    /// or follow a timeline. Then no other request would be answered, of any tenant.
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
                .map(most -> "%s: %s, but %d requests may be held".formatted(REQUESTS, most, held))
                .toList();
    }

    /// Pools of payment-service that let a single caller send more requests than one pod accepts:
    /// there may be only one pod, and each request is a connection between the sidecar and the
    /// service. Pools in patches don't count, because they are for several pods.
    static List<String> largerThanAPod(House house) {
        int most = taken(house);
        return rules(house)
                .flatMap(Pools::pools)
                .filter(pool -> pool.asInt(0) > most)
                .map(pool -> "%s: %s, but a pod accepts %d".formatted(REQUESTS, pool, most))
                .toList();
    }

    /// Services whose sidecars let in more than the service accepts, or less. The pools of callers
    /// don't limit this, because each caller has its own.
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

    /// How many connections a service accepts at the same time.
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

package io.paymentsengine.house;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// How much the mesh lets through to those who hold requests for long.
final class Pools {

    static final String PROPERTIES =
            "payment-service/src/main/java/io/paymentsengine/payment/wiring/PaymentProperties.java";

    private static final Pattern HELD =
            Pattern.compile("@DefaultValue\\(\"(\\d+)\"\\) @Positive int (?:waits|streams)Max\\b");

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
        Stream<Manifest> rules =
                Manifest.ofKind(house, "DestinationRule")
                        .filter(rule -> rule.text("/spec/host").equals("payment-service"));
        Stream<JsonNode> patches =
                Patch.of(house).stream()
                        .filter(patch -> patch.name().equals("payment-service"))
                        .map(Patch::operations);
        return Stream.concat(rules.map(Manifest::spec), patches)
                .flatMap(tree -> tree.findValues(REQUESTS).stream())
                .filter(most -> most.asInt(0) <= held)
                .map(most -> "%s: %s, and %d may be held".formatted(REQUESTS, most, held))
                .toList();
    }
}

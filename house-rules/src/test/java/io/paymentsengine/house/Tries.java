package io.paymentsengine.house;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Compares the mesh's timeouts for tries with the time for which a service lets a request wait.
final class Tries {

    static final String SOURCE =
            "platform/src/main/java/io/paymentsengine/platform/tenancy/TenantTransactionManager.java";

    private static final Pattern WAIT_MAX = Pattern.compile("WAIT_MAX_MILLIS = ([\\d_]+);");
    private static final Pattern SECONDS = Pattern.compile("(\\d+)s");

    private Tries() {}

    /// Tries that time out while the service still lets them wait for a slot at its database. The
    /// mesh would repeat a request that is still waiting, and the caller would get a timeout
    /// instead of an overload.
    static List<String> cutShort(House house) {
        Matcher patience = WAIT_MAX.matcher(house.file(SOURCE).text());
        int millis =
                patience.find()
                        ? Integer.parseInt(patience.group(1).replace("_", ""))
                        : Integer.MAX_VALUE;
        return routesOf(house)
                .flatMap(tree -> tree.findValuesAsString("perTryTimeout").stream())
                .filter(time -> millis(time) <= millis)
                .map(
                        time ->
                                "perTryTimeout: %s, but the wait for a slot takes up to %d ms"
                                        .formatted(time, millis))
                .toList();
    }

    /// Routes whose timeout is shorter than all their tries together, so that the last try is in
    /// vain.
    static List<String> beyondTheRoute(House house) {
        return routesOf(house)
                .flatMap(tree -> tree.findParents("retries").stream())
                .filter(route -> route.has("timeout"))
                .filter(route -> route.at("/retries/perTryTimeout").isString())
                .filter(route -> millis(route.path("timeout").asString()) < ofAllTries(route))
                .map(
                        route ->
                                "timeout: %s, but all tries take up to %d ms"
                                        .formatted(
                                                route.path("timeout").asString(),
                                                ofAllTries(route)))
                .toList();
    }

    private static int ofAllTries(JsonNode route) {
        int again = route.at("/retries/attempts").asInt();
        return (1 + again) * millis(route.at("/retries/perTryTimeout").asString());
    }

    private static Stream<JsonNode> routesOf(House house) {
        Stream<JsonNode> patches = Patch.of(house).stream().map(Patch::operations);
        Stream<JsonNode> routes = Manifest.ofKind(house, "VirtualService").map(Manifest::spec);
        return Stream.concat(routes, patches);
    }

    private static int millis(String time) {
        Matcher seconds = SECONDS.matcher(time);
        return seconds.matches() ? Integer.parseInt(seconds.group(1)) * 1_000 : 0;
    }
}

package io.paymentsengine.suite.mesh;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The allowed calls according to the AuthorizationPolicies of the manifests. Everything that their rules do
/// not allow is denied.
final class CallTable {

    private record Policy(String app, JsonNode rules) {}

    private final List<Policy> policies;

    private CallTable(List<Policy> policies) {
        this.policies = policies;
    }

    static CallTable of(List<HasMetadata> resources) {
        return new CallTable(
                resources.stream()
                        .filter(resource -> resource.getKind().equals("AuthorizationPolicy"))
                        .map(resource -> JsonMapper.shared().<JsonNode>valueToTree(resource))
                        .map(tree -> tree.path("spec"))
                        .filter(spec -> spec.path("action").asString("ALLOW").equals("ALLOW"))
                        .map(
                                spec ->
                                        new Policy(
                                                spec.at("/selector/matchLabels/app").asString(""),
                                                spec.path("rules")))
                        .toList());
    }

    /// Whether this service account may make that request to a service.
    boolean allows(String account, String app, String method, String path) {
        return operations(account, app)
                .anyMatch(
                        operation ->
                                isNamed(operation.path("methods"), method)
                                        && isMatched(operation.path("paths"), path)
                                        && !(operation.has("notPaths")
                                                && isMatched(operation.path("notPaths"), path)));
    }

    /// Whether this service account may reach the port of a store.
    boolean allows(String account, Stores store) {
        return operations(account, store.app())
                .anyMatch(
                        operation ->
                                isNamed(operation.path("ports"), String.valueOf(store.port())));
    }

    /// Every path in a policy, with wildcards replaced by a sample.
    List<String> paths() {
        List<String> paths = new ArrayList<>();
        for (Policy policy : policies) {
            for (JsonNode operation : policy.rules().findValues("operation")) {
                operation.path("paths").forEach(path -> paths.add(sample(path.asString(""))));
            }
        }
        return paths.stream().distinct().sorted().toList();
    }

    private Stream<JsonNode> operations(String account, String app) {
        return policies.stream()
                .filter(policy -> policy.app().equals(app))
                .flatMap(policy -> policy.rules().valueStream())
                .filter(
                        rule ->
                                rule.path("from")
                                        .valueStream()
                                        .map(from -> from.at("/source/serviceAccounts"))
                                        .anyMatch(accounts -> isNamed(accounts, account)))
                .flatMap(rule -> rule.path("to").valueStream())
                .map(to -> to.path("operation"));
    }

    private static boolean isNamed(JsonNode list, String name) {
        return list.valueStream().anyMatch(each -> each.asString("").equals(name));
    }

    private static boolean isMatched(JsonNode list, String path) {
        return list.valueStream().anyMatch(each -> pattern(each.asString("")).matches(path));
    }

    private static Matcher pattern(String text) {
        String quoted = Pattern.quote(text);
        Pattern pattern =
                Pattern.compile(
                        text.endsWith("/*")
                                ? Pattern.quote(text.substring(0, text.length() - 1)) + ".*"
                                : quoted.replace("{*}", "\\E[^/]+\\Q"));
        return path -> pattern.matcher(path).matches();
    }

    private interface Matcher {
        boolean matches(String path);
    }

    private static String sample(String path) {
        return path.replace("{*}", "x").replaceFirst("/\\*$", "/x");
    }
}

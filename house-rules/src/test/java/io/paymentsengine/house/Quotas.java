package io.paymentsengine.house;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The quotas that the registry grants each tenant, and those that the mesh enforces.
final class Quotas {

    static final String REGISTRY = "tenants/tenants.yaml";
    static final String OF_ALL_PODS = "k8s/components/rate-limit-global/quotas.yaml";

    /// The runbook that lists the files to change for a new tenant.
    static final String RUNBOOK = "docs/operations/onboard-a-tenant.md";

    private static final Pattern DEPLOYED = Pattern.compile("(k8s|istio|tenants)/.*");

    private Quotas() {}

    /// Each tenant with the requests per second that the registry grants.
    static Set<String> granted(House house) {
        return sorted(
                tenants(house)
                        .map(
                                tenant ->
                                        described(
                                                tenant.path("id"),
                                                tenant.at("/quotas/requests-per-second"))));
    }

    /// Each tenant with the size of its token bucket in a gateway pod.
    static Set<String> inBuckets(House house) {
        return sorted(
                Manifest.ofKind(house, "EnvoyFilter")
                        .flatMap(filter -> filter.spec().findParents("entries").stream())
                        .map(
                                bucket ->
                                        described(
                                                bucket.at("/entries/0/value"),
                                                bucket.at("/token_bucket/max_tokens"))));
    }

    /// Each tenant with its limit across all gateway pods.
    static Set<String> ofAllPods(House house) {
        HouseFile file = house.file(OF_ALL_PODS);
        return sorted(
                Manifest.parse(file, file.text())
                        .flatMap(limits -> limits.tree().path("descriptors").valueStream())
                        .filter(limit -> limit.has("value"))
                        .map(
                                limit ->
                                        described(
                                                limit.path("value"),
                                                limit.at("/rate_limit/requests_per_unit"))));
    }

    /// The tenants of the premium tier in the registry.
    static Set<String> premium(House house) {
        return sorted(
                tenants(house)
                        .filter(tenant -> tenant.path("tier").asString("").equals("premium"))
                        .map(tenant -> tenant.path("id").asString("")));
    }

    /// The tenants whose requests a patch routes to dedicated pods.
    static Set<String> pooled(House house) {
        List<Patch> patches = Patch.of(house);
        return sorted(
                patches.stream()
                        .flatMap(patch -> patch.operations().valueStream())
                        .map(operation -> operation.path("value"))
                        .filter(route -> !route.findValuesAsString("subset").contains("stable"))
                        .flatMap(route -> route.findValues("x-tenant-id").stream())
                        .map(match -> match.path("exact").asString("")));
    }

    /// Files that name a tenant but are not mentioned in the runbook.
    static List<String> unmentioned(House house) {
        String runbook = house.file(RUNBOOK).text();
        List<String> ids = tenants(house).map(tenant -> tenant.path("id").asString("")).toList();
        return house.files(".yaml").stream()
                .filter(file -> DEPLOYED.matcher(file.name()).matches())
                .filter(file -> ids.stream().anyMatch(file.text()::contains))
                .map(HouseFile::name)
                .filter(name -> !runbook.contains(name))
                .toList();
    }

    /// Filters that write the remaining quota into responses, if there are several in rendered
    /// manifests: clients would get two counts.
    static List<String> toldTwice(House house) {
        List<String> telling =
                Manifest.ofKind(house, "EnvoyFilter")
                        .filter(
                                filter ->
                                        !filter.spec()
                                                .findValues("enable_x_ratelimit_headers")
                                                .isEmpty())
                        .map(Manifest::name)
                        .toList();
        return telling.size() > 1 ? telling : List.of();
    }

    private static Stream<JsonNode> tenants(House house) {
        HouseFile file = house.file(REGISTRY);
        return Manifest.parse(file, file.text())
                .flatMap(registry -> registry.tree().at("/payments/tenants").valueStream());
    }

    private static String described(JsonNode tenant, JsonNode requests) {
        return tenant.asString("") + " " + requests.asInt(0);
    }

    private static Set<String> sorted(Stream<String> names) {
        return names.collect(Collectors.toCollection(TreeSet::new));
    }
}

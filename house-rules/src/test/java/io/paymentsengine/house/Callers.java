package io.paymentsengine.house;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Which callers the mesh's policies allow.
final class Callers {

    private static final String SELECTED = "/spec/selector/matchLabels/app";
    private static final String ACCOUNT = "/spec/template/spec/serviceAccountName";
    private static final String ACCOUNT_OF_JOBS =
            "/spec/jobTemplate/spec/template/spec/serviceAccountName";
    private static final String INJECTED =
            "/spec/template/metadata/labels/sidecar.istio.io~1inject";
    private static final List<String> WORKLOADS = List.of("Deployment", "StatefulSet");

    private Callers() {}

    /// Service accounts in policies that are not defined, or that no pod uses.
    static List<String> unknown(House house) {
        Set<String> made =
                Manifest.ofKind(house, "ServiceAccount")
                        .map(Manifest::name)
                        .collect(Collectors.toSet());
        Set<String> used =
                Stream.concat(
                                workloads(house).map(workload -> workload.text(ACCOUNT)),
                                Manifest.ofKind(house, "CronJob")
                                        .map(job -> job.text(ACCOUNT_OF_JOBS)))
                        .collect(Collectors.toSet());
        return policies(house)
                .flatMap(
                        policy ->
                                policy.spec().findValues("serviceAccounts").stream()
                                        .flatMap(JsonNode::valueStream)
                                        .map(JsonNode::asString)
                                        .filter(
                                                account ->
                                                        !made.contains(account)
                                                                || !used.contains(account))
                                        .map(policy::described))
                .toList();
    }

    /// Rules that allow any caller or any operation. Most often this is one rule that was split in
    /// two by mistake.
    static List<String> open(House house) {
        return policies(house)
                .filter(policy -> !isPublic(policy))
                .flatMap(
                        policy ->
                                policy.spec()
                                        .path("rules")
                                        .valueStream()
                                        .flatMap(
                                                rule ->
                                                        Stream.of("from", "to")
                                                                .filter(Predicate.not(rule::has)))
                                        .map(missing -> policy.described("without " + missing)))
                .toList();
    }

    /// Service accounts of pods without a sidecar, and the workloads that reject them. These
    /// identify callers by a certificate, which such pods don't have.
    static List<String> shutOut(House house) {
        Set<String> open = withoutCertificate(house);
        return workloads(house)
                .filter(workload -> workload.text(INJECTED).equals("false"))
                .map(workload -> workload.text(ACCOUNT))
                .distinct()
                .flatMap(
                        account ->
                                policies(house)
                                        .filter(policy -> names(policy, account))
                                        .map(policy -> policy.text(SELECTED))
                                        .filter(Predicate.not(open::contains))
                                        .map(callee -> account + " at " + callee))
                .toList();
    }

    /// Stores without a policy that names their callers.
    static List<String> unguarded(House house) {
        Set<String> guarded =
                policies(house).map(policy -> policy.text(SELECTED)).collect(Collectors.toSet());
        return Manifest.ofKind(house, "StatefulSet")
                .map(store -> store.text(SELECTED))
                .filter(Predicate.not(guarded::contains))
                .toList();
    }

    /// Rate limits that don't count each tenant separately.
    static List<String> limitedTogether(House house) {
        return Manifest.ofKind(house, "EnvoyFilter")
                .filter(filter -> filter.spec().toString().contains("ratelimit"))
                .filter(
                        filter ->
                                !filter.spec()
                                        .findValuesAsString("header_name")
                                        .contains("x-tenant-id"))
                .map(filter -> filter.described("no tenant"))
                .toList();
    }

    /// Workloads that accept callers without a certificate: a policy allows them, and a port has
    /// permissive mTLS.
    private static Set<String> withoutCertificate(House house) {
        Set<String> permissive =
                Manifest.ofKind(house, "PeerAuthentication")
                        .filter(each -> isPermissive(each.spec().path("portLevelMtls")))
                        .map(each -> each.text(SELECTED))
                        .collect(Collectors.toSet());
        return policies(house)
                .filter(
                        policy ->
                                policy.spec().findValues("notPrincipals").toString().contains("*"))
                .map(policy -> policy.text(SELECTED))
                .filter(permissive::contains)
                .collect(Collectors.toSet());
    }

    private static boolean isPermissive(JsonNode ports) {
        return ports.findValuesAsString("mode").contains("PERMISSIVE");
    }

    private static boolean names(Manifest policy, String account) {
        return policy.spec().findValues("serviceAccounts").stream()
                .flatMap(JsonNode::valueStream)
                .anyMatch(each -> each.asString("").equals(account));
    }

    /// Whether a policy is meant to allow any caller.
    private static boolean isPublic(Manifest policy) {
        return policy.text("/metadata/annotations/payments-engine~1public").equals("true");
    }

    private static Stream<Manifest> policies(House house) {
        return Manifest.ofKind(house, "AuthorizationPolicy");
    }

    private static Stream<Manifest> workloads(House house) {
        return Manifest.resources(house).stream()
                .filter(manifest -> WORKLOADS.contains(manifest.kind()));
    }
}

package io.paymentsengine.suite.mesh;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.paymentsengine.suite.cluster.Cluster;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A bank outside the mesh: two pods that speak only TLS, under a name that no DNS server knows. Its
/// customers are test pods with the identities of services.
final class Bank {

    static final String HOST = "bank.example.com";

    /// A host for which there is no ServiceEntry.
    static final String ELSEWHERE = "elsewhere.example.com";

    private static final int TLS = 8443;
    private static final String CERTIFICATE = "mesh-conformance-bank";
    private static final String MOUNT = "/etc/conformance-bank";

    /// Prefix of the names of both pods, and name of the ConfigMap with their program and keys.
    private static final String BANK = "conformance-bank";

    /// An address reserved for documentation (RFC 5737), so that the sidecar has only the host name to go by.
    private static final String ANYWHERE = "192.0.2.1";

    private final Pods pods;
    private final Change until;
    private final List<MeshPod> branches;
    private final Map<String, MeshPod> customers = new HashMap<>();

    private Bank(Pods pods, Change until, List<MeshPod> branches) {
        this.pods = pods;
        this.until = until;
        this.branches = branches;
    }

    static Bank open(Pods pods, Change until) {
        KeyPairFile keys = KeyPairFile.of(HOST);
        until.putting(
                Pods.program(Pods.OUTSIDE)
                        .edit()
                        .editMetadata()
                        .withName(BANK)
                        .endMetadata()
                        .addToBinaryData("keys.p12", keys.keysInBase64())
                        .build());
        until.putting(certificate(keys));
        List<Pod> asked = Stream.of("one", "other").map(name -> described(pods, name)).toList();
        asked.forEach(until::putting);
        return new Bank(pods, until, asked.stream().map(pods::ready).toList());
    }

    /// Uses a ConfigMap of its own, which is removed with the bank; that of the other test pods stays.
    private static Pod described(Pods pods, String name) {
        return pods.described(
                        Pods.OUTSIDE, BANK + "-" + name, "default", Map.of(Pods.LABEL, "bank"))
                .edit()
                .editSpec()
                .editFirstVolume()
                .editConfigMap()
                .withName(BANK)
                .endConfigMap()
                .endVolume()
                .endSpec()
                .build();
    }

    MeshPod branch(int number) {
        return branches.get(number);
    }

    /// A pod that calls with a service's identity and trusts the bank's certificate.
    MeshPod customer(String service) {
        return customers.computeIfAbsent(service, this::made);
    }

    private MeshPod made(String service) {
        Pod customer =
                pods.described(
                                Cluster.NAMESPACE,
                                "conformance-customer-" + service,
                                service,
                                Map.of("app", service, "track", "canary", Pods.LABEL, "callee"))
                        .edit()
                        .editMetadata()
                        .addToAnnotations(
                                "sidecar.istio.io/userVolume",
                                "{\"bank\": {\"configMap\": {\"name\": \"%s\"}}}"
                                        .formatted(CERTIFICATE))
                        .addToAnnotations(
                                "sidecar.istio.io/userVolumeMount",
                                "{\"bank\": {\"mountPath\": \"%s\", \"readOnly\": true}}"
                                        .formatted(MOUNT))
                        .endMetadata()
                        .editSpec()
                        .addNewHostAlias()
                        .withIp(ANYWHERE)
                        .withHostnames(HOST, ELSEWHERE)
                        .endHostAlias()
                        .endSpec()
                        .build();
        until.putting(customer);
        return pods.ready(customer);
    }

    /// Gives the bank's addresses statically, instead of by DNS.
    Overlay.Patch addresses() {
        return new Overlay.Patch(
                "ServiceEntry",
                "bank",
                """
                - {op: replace, path: /spec/resolution, value: STATIC}
                - {op: add, path: /spec/endpoints, value: [%s]}
                """
                        .formatted(
                                branches.stream()
                                        .map(MeshPod::ip)
                                        .map(
                                                ip ->
                                                        "{address: %s, ports: {http: %d}}"
                                                                .formatted(ip, TLS))
                                        .collect(Collectors.joining(", "))));
    }

    /// Makes the customers trust the bank's certificate, instead of public authorities.
    Overlay.Patch trust() {
        return new Overlay.Patch(
                "DestinationRule",
                "bank-elsewhere",
                """
                - {op: add, path: /spec/workloadSelector, value: {matchLabels: {%s: callee}}}
                - {op: add, path: /spec/trafficPolicy/tls/caCertificates, value: %s/bank.crt}
                """
                        .formatted(Pods.LABEL, MOUNT));
    }

    private static ConfigMap certificate(KeyPairFile keys) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(Cluster.NAMESPACE)
                .withName(CERTIFICATE)
                .addToLabels(Pods.LABEL, "bank")
                .endMetadata()
                .addToData("bank.crt", keys.certificate())
                .build();
    }
}

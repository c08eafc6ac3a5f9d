package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tests that a sidecar knows only what its service calls, and reaches nothing else.
@Promise("Least visibility: each sidecar knows what its service calls, and reaches nothing else")
class VisibilityIT {

    private final Mesh mesh;

    VisibilityIT(Mesh mesh) {
        this.mesh = mesh;
    }

    @Test
    void a_sidecar_knows_the_hosts_of_its_resource_and_no_other(Proof proof) {
        Map<String, Integer> sizes = new TreeMap<>();
        Map<String, Set<String>> known = new TreeMap<>();
        for (String service : Mesh.SERVICES) {
            known.put(service, hostsOf(mesh.envoys(service, "clusters").getFirst()));
            sizes.put(service, mesh.envoys(service, "config_dump").getFirst().length() / 1024);
        }
        int everything = mesh.envoy(mesh.caller("default").pod(), "config_dump").length() / 1024;

        proof.did("inspected the sidecars of the services")
                .measured(
                        "hosts known: %s; configuration in KiB: %s, that of a pod that sees the namespace: %d",
                        known.entrySet().stream()
                                .map(each -> each.getKey() + " " + each.getValue().size())
                                .toList(),
                        sizes,
                        everything);
        assertThat(known).isEqualTo(wanted());
    }

    @Test
    void a_service_does_not_reach_what_it_does_not_call(Proof proof) {
        try (Change change = mesh.change()) {
            MeshPod inside = mesh.callee("payment-service", "canary", change);
            Heard called = inside.call(tenants("http://account-service:8080/api/v1/accounts"));
            Heard not = inside.call(tenants("http://validation-service:8080/api/v1/limits"));

            proof.did("a pod of payment-service called account-service and validation-service")
                    .measured("status %d and %d", called.status(), not.status());
            assertThat(called.status()).isEqualTo(200);
            assertThat(not.status()).isEqualTo(502);
        }
    }

    @Test
    void an_address_that_nobody_registered_is_not_reached(Proof proof) {
        MeshPod stranger = mesh.stranger();
        String address = "http://%s:8080/".formatted(stranger.ip());

        Heard outside = stranger.call(Call.get(address));
        Heard inside = mesh.caller("default").call(Call.get(address));

        proof.did("a server outside the mesh was called from outside and from inside")
                .measured("status %d and %d", outside.status(), inside.status());
        assertThat(outside.status()).isEqualTo(200);
        assertThat(inside.status()).isEqualTo(502);
    }

    private static Call tenants(String url) {
        return Call.get(url).with("x-tenant-id", "STD-001");
    }

    private static Set<String> hostsOf(String clusters) {
        return clusters.lines()
                .filter(line -> line.startsWith("outbound|"))
                .map(line -> line.split("::", 2)[0].split("\\|", 4)[3])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, Set<String>> wanted() {
        return mesh.resources(Overlay.asDeployed()).stream()
                .filter(resource -> resource.getKind().equals("Sidecar"))
                .filter(resource -> Mesh.SERVICES.contains(resource.getMetadata().getName()))
                .collect(
                        Collectors.toMap(
                                resource -> resource.getMetadata().getName(),
                                VisibilityIT::hostsOf,
                                (one, _) -> one,
                                TreeMap::new));
    }

    private static Set<String> hostsOf(HasMetadata sidecar) {
        List<JsonNode> egress =
                JsonMapper.shared().<JsonNode>valueToTree(sidecar).findValues("hosts");
        return egress.stream()
                .flatMap(JsonNode::valueStream)
                .map(host -> host.asString("").replaceFirst("^./", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

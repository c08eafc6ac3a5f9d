package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Tests that each service's requests are balanced in the way that suits its work.
@Promise("Load balancing: round robin, least requests, or always the same pod for a tenant")
class LoadBalancingIT {

    private static final String[] STD = {"x-tenant-id", "STD-001"};

    private final Mesh mesh;

    LoadBalancingIT(Mesh mesh) {
        this.mesh = mesh;
    }

    @Test
    void payment_services_pods_take_turns(Proof proof) {
        String path = "/api/v1/payments";
        try (Stage stage = Stage.set(mesh, "payment-service", path, "one", "two", "three")) {
            List<Heard> heard = mesh.gateway().calls(4, 300, "GET", path, STD);

            List<Long> shares =
                    stage.callees().stream().map(callee -> Stage.share(heard, callee)).toList();
            proof.did("300 reads to three equal pods").measured("shares %s", shares);
            assertThat(shares).allSatisfy(share -> assertThat(share).isBetween(90L, 110L));
        }
    }

    @Test
    void account_service_spares_a_pod_that_is_busy(Proof proof) {
        String path = "/api/v1/accounts";
        try (Stage stage = Stage.set(mesh, "account-service", path, "quick", "busy")) {
            stage.callee(1).behave("delay=300");
            List<Heard> heard = mesh.gateway().calls(8, 300, "GET", path, STD);

            long busy = Stage.share(heard, stage.callee(1));
            proof.did("300 reads, 8 at once, to two pods, one of which takes 300 ms for each")
                    .measured("%d at the busy one", busy);
            assertThat(heard).allMatch(each -> each.status() == 200);
            assertThat(busy).isLessThan(120);
        }
    }

    @Test
    void a_tenants_requests_to_validation_service_stay_with_one_pod(Proof proof) {
        List<String> tenants = IntStream.range(0, 12).mapToObj("TNT-%03d"::formatted).toList();
        try (Change change = mesh.change()) {
            mesh.callees("validation-service", "canary", change, "one", "two", "three");
            change.putting(LetIn.payments(Map.of(Pods.LABEL, "callee")));
            mesh.redirect("validation-service", change);
            MeshPod caller = mesh.caller("payment-service");
            Mesh.await("three callees answer")
                    .until(
                            () ->
                                    podsOf(caller, tenants, 1).values().stream()
                                                    .flatMap(Set::stream)
                                                    .distinct()
                                                    .count()
                                            == 3);

            Map<String, Set<String>> pods = podsOf(caller, tenants, 10);
            proof.did("10 requests for each of %d tenants to three pods", tenants.size())
                    .measured(
                            "tenants at more than one pod: %d; tenants by pod: %s",
                            pods.values().stream().filter(each -> each.size() > 1).count(),
                            pods.values().stream()
                                    .collect(
                                            Collectors.groupingBy(
                                                    each -> each, Collectors.counting()))
                                    .values());
            assertThat(pods.values()).allMatch(each -> each.size() == 1);
        }
    }

    private static Map<String, Set<String>> podsOf(
            MeshPod caller, List<String> tenants, int times) {
        Map<String, Set<String>> pods = new HashMap<>();
        List<Call> calls =
                tenants.stream()
                        .map(
                                tenant ->
                                        Call.get("http://validation-service:8080/api/v1/limits")
                                                .with("x-tenant-id", tenant))
                        .toList();
        List<Heard> heard = caller.calls(1, times, calls);
        for (int each = 0; each < heard.size(); each++) {
            pods.computeIfAbsent(tenants.get(each / times), _ -> new HashSet<>())
                    .add(heard.get(each).answeredBy().orElse("nobody"));
        }
        return pods;
    }
}

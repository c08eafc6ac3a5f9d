package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.paymentsengine.suite.cluster.Cluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Tests that a tenant that exceeds its rate is limited at the gateway, and that no other tenant is affected.
@Promise("Rate limits by tenant, for each gateway pod and for all together")
class RateLimitsIT {

    private static final String PAYMENTS = "/api/v1/payments";

    /// This tenant is not registered, so the small default bucket applies.
    private static final String[] FLOOD = {"x-tenant-id", "ZZZ-999"};

    private static final String[] STD = {"x-tenant-id", "STD-001"};
    private static final int QUOTA = 20;

    /// Long enough that two separate counts would admit more than the upper bound for a single one.
    private static final Duration FLOOD_FOR = Duration.ofSeconds(6);

    /// Each client has its own connection, so that each gateway pod gets some.
    private static final int FLOODING = 8;

    private static final Overlay.Patch TWO_GATEWAYS =
            new Overlay.Patch(
                    "Deployment", "gateway", "- {op: add, path: /spec/replicas, value: 2}");

    private final Mesh mesh;
    private final Stage stage;

    RateLimitsIT(Mesh mesh) {
        this.mesh = mesh;
        this.stage = Stage.set(mesh, "payment-service", PAYMENTS, "payments");
    }

    @AfterEach
    void leave() {
        stage.close();
    }

    @Test
    void each_gateway_pod_has_a_bucket_for_each_tenant(Proof proof) {
        try (Change _ = mesh.applied(mesh.overlay().with("istio/components/rate-limit"))) {
            flood(proof, "component rate-limit");
        }
    }

    @Test
    void all_gateway_pods_together_have_one_count(Proof proof) {
        String image = System.getProperty("mesh.ratelimit", "");
        assumeThat(image)
                .as("-Dmesh.ratelimit= names an image of Envoy's rate limit service")
                .isNotBlank();
        Overlay limited =
                mesh.overlay()
                        .with("k8s/components/rate-limit-global")
                        .with("istio/components/rate-limit-global")
                        .mapped("ratelimit", image)
                        .patched(TWO_GATEWAYS);
        try (Change _ = mesh.applied(limited)) {
            Mesh.await("two gateway pods are ready")
                    .atMost(Mesh.PATIENCE.multipliedBy(2))
                    .until(
                            () ->
                                    mesh.cluster().pods("gateway").stream()
                                                    .filter(Cluster::isReady)
                                                    .count()
                                            == 2);
            Mesh.await("the rate limit service is ready")
                    .until(
                            () ->
                                    mesh.cluster().pods("ratelimit").stream()
                                            .anyMatch(Cluster::isReady));
            List<Long> before = limitedByEach();
            flood(proof, "component rate-limit-global");
            List<Long> after = limitedByEach();
            proof.measured(
                    "requests limited by each gateway pod: %s before, %s after", before, after);
            assertThat(after).hasSize(2).doesNotContainAnyElementsOf(before);
        }
    }

    private void flood(Proof proof, String component) {
        awaitLimits();
        long before = passedUncounted();
        long start = System.nanoTime();
        CompletableFuture<List<Heard>> others =
                CompletableFuture.supplyAsync(
                        () -> mesh.gateway().anew().calls(2, 60, "GET", PAYMENTS, STD));
        List<Heard> heard = flooded(start + FLOOD_FOR.toNanos());
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        List<Heard> untouched = others.join();
        long uncounted = passedUncounted() - before;

        List<Heard> limited = heard.stream().filter(isStatus(429)).toList();
        long allowed = heard.stream().filter(isStatus(200)).count();
        proof.did(
                        "%s: %d reads of a tenant with a quota of %d per second, 60 of STD-001 meanwhile",
                        component, heard.size(), QUOTA)
                .measured(
                        "%d admitted and %d limited within %d s, %d admitted uncounted, retry-after %s, x-ratelimit-limit %s; %d of STD-001 limited",
                        allowed,
                        limited.size(),
                        seconds + 1,
                        uncounted,
                        limited.getFirst().header("retry-after").orElse("missing"),
                        limited.getFirst().header("x-ratelimit-limit").orElse("missing"),
                        untouched.stream().filter(isStatus(429)).count());
        assertThat(allowed + limited.size()).isEqualTo(heard.size());
        assertThat(allowed)
                .isBetween(
                        QUOTA * seconds / 2,
                        QUOTA * (seconds + 2) + Math.min(uncounted, QUOTA / 2));
        assertThat(limited)
                .allMatch(each -> each.header("retry-after").isPresent())
                .allMatch(each -> each.header("x-ratelimit-limit").isPresent());
        assertThat(untouched).allMatch(isStatus(200));
    }

    /// Reads as fast as responses come, each client on its own connection.
    private List<Heard> flooded(long until) {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            return Stream.generate(() -> mesh.gateway().anew())
                    .limit(FLOODING)
                    .map(
                            gateway ->
                                    CompletableFuture.supplyAsync(
                                            () -> floodedBy(gateway, until), callers))
                    .toList()
                    .stream()
                    .flatMap(all -> all.join().stream())
                    .toList();
        }
    }

    private static List<Heard> floodedBy(GatewayClient gateway, long until) {
        List<Heard> heard = new ArrayList<>();
        while (System.nanoTime() < until) {
            heard.add(gateway.get(PAYMENTS, FLOOD));
        }
        return heard;
    }

    private List<Long> limitedByEach() {
        return mesh.countedByEach("gateway", "ratelimit.over_limit");
    }

    private void awaitLimits() {
        Mesh.await("limits are in effect")
                .until(
                        () ->
                                mesh.gateway()
                                        .anew()
                                        .get(PAYMENTS, STD)
                                        .header("x-ratelimit-limit")
                                        .isPresent());
    }

    /// The requests that the gateway has admitted so far because the rate limit service did not answer in
    /// time.
    private long passedUncounted() {
        return mesh.counted("gateway", "ratelimit.failure_mode_allowed");
    }

    private static Predicate<Heard> isStatus(int status) {
        return heard -> heard.status() == status;
    }
}

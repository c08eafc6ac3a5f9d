package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Tests that a failing pod costs only a few requests, and that a slow one does not accumulate them.
@Promise(
        "Circuit breakers: a failing pod is ejected and comes back, excess requests are refused at once")
class CircuitBreakersIT {

    private static final String ACCOUNTS = "/api/v1/accounts";
    private static final String[] STD = {"x-tenant-id", "STD-001"};
    private static final int FLOOD = 150;
    private static final int GATEWAY_CLIENTS = 2;
    private static final int GOOD_RUN = 40;

    /// Envoy's limit of connections to the service itself.
    private static final String TAKEN_BY_A_POD =
            "inbound|8080||::default_priority::max_connections::800";

    private static final long RECOVERED_WITHIN_MILLIS = 30_000;

    private final Mesh mesh;

    CircuitBreakersIT(Mesh mesh) {
        this.mesh = mesh;
    }

    @Test
    void a_failing_pod_is_ejected_and_comes_back_when_it_is_well(Proof proof) {
        try (Stage stage = Stage.set(mesh, "account-service", ACCOUNTS, "well", "ill")) {
            MeshPod ill = stage.callee(1);
            ill.behave("status=500");
            long start = System.nanoTime();
            List<Heard> heard = untilAGoodRun();
            long ejected = millisSince(start);
            ill.behave("status=200");
            Mesh.await("the pod gets requests again")
                    .until(
                            () ->
                                    mesh.gateway()
                                            .get(ACCOUNTS, STD)
                                            .answeredBy()
                                            .filter(ill.name()::equals)
                                            .isPresent());
            long failures = heard.stream().filter(each -> each.status() == 500).count();

            proof.did("one of two pods of account-service answered 500 to everything")
                    .measured(
                            "%d of %d requests failed, then %d in a row succeeded; back in the pool after %d ms",
                            failures, heard.size(), GOOD_RUN, millisSince(start));
            assertThat(failures).isBetween(1L, 6L);
            assertThat(ejected).isLessThan(RECOVERED_WITHIN_MILLIS);
        }
    }

    @Test
    void what_a_full_pool_can_not_take_is_refused_at_once(Proof proof) {
        try (Stage stage = Stage.set(mesh, "account-service", ACCOUNTS, "slow")) {
            stage.callee(0).behave("delay=5000");

            List<Heard> heard = flood();

            List<Heard> refused = heard.stream().filter(each -> each.status() == 503).toList();
            long slowest = refused.stream().mapToLong(Heard::millis).max().orElse(0);
            long overflows = overflows(stage.callee(0));
            proof.did("%d requests at once to a pod that takes 5 s for each", FLOOD)
                    .measured(
                            "%d answered, %d refused with 503, the slowest after %d ms; %d log lines with the flag UO",
                            heard.stream().filter(each -> each.status() == 200).count(),
                            refused.size(),
                            slowest,
                            overflows);
            assertThat(refused).isNotEmpty().hasSizeLessThan(FLOOD / 2);
            assertThat(overflows).isPositive();
            assertThat(slowest).isLessThan(5_000);
        }
    }

    @Test
    void a_pod_has_an_end_for_what_all_its_callers_send_together(Proof proof) {
        for (String service : Mesh.SERVICES) {
            mesh.awaitKnown(service, "clusters", known -> known.contains(TAKEN_BY_A_POD));
        }
        proof.did(
                        "read the inbound limits from the configuration of the sidecars of %d services",
                        Mesh.SERVICES.size())
                .measured("configured: %s", TAKEN_BY_A_POD);
    }

    /// Sends more than account-service's pool takes, over as many connections as needed.
    private List<Heard> flood() {
        return IntStream.range(0, GATEWAY_CLIENTS)
                .mapToObj(_ -> mesh.gateway().anew())
                .map(
                        gateway ->
                                CompletableFuture.supplyAsync(
                                        () ->
                                                gateway.calls(
                                                        FLOOD / GATEWAY_CLIENTS,
                                                        FLOOD / GATEWAY_CLIENTS,
                                                        "POST",
                                                        ACCOUNTS,
                                                        STD)))
                .toList()
                .stream()
                .flatMap(answers -> answers.join().stream())
                .toList();
    }

    private List<Heard> untilAGoodRun() {
        List<Heard> heard = new ArrayList<>();
        Mesh.await("%d good answers in a row".formatted(GOOD_RUN))
                .until(
                        () -> {
                            heard.addAll(mesh.gateway().calls(2, GOOD_RUN, "GET", ACCOUNTS, STD));
                            return heard.size() > GOOD_RUN
                                    && heard.subList(heard.size() - GOOD_RUN, heard.size()).stream()
                                            .allMatch(each -> each.status() == 200);
                        });
        return heard;
    }

    private long overflows(MeshPod callee) {
        long there = callee.accessLog().filter(CircuitBreakersIT::isOverflow).count();
        return there
                + mesh.cluster().pods("gateway").stream()
                        .flatMap(pod -> new MeshPod(mesh.client(), pod).accessLog())
                        .filter(CircuitBreakersIT::isOverflow)
                        .count();
    }

    private static boolean isOverflow(String line) {
        return line.contains("\"response_flags\":\"UO\"");
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}

package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Tests that all requests from outside move to the other version at once, and back at once.
@Promise("Blue-green: all requests move to the other version at once, and back, and none is lost")
class BlueGreenIT {

    private static final String PAYMENTS = "/api/v1/payments";
    private static final String PREVIEW = "k8s/components/canary/payment-service";
    private static final String WEIGHTS = "istio/components/blue-green/payment-service";
    private static final String TESTERS = "istio/components/ab-test/payment-service";
    private static final String[] STD = {"x-tenant-id", "STD-001"};
    private static final int REQUESTS = 400;
    private static final int AT_ONCE = 4;

    /// The most requests that may be in flight while the gateway's threads learn of the change, one after the
    /// other.
    private static final int MIXED_MAX = 12;

    private static final int OLD = 0;
    private static final int NEW = 1;

    private final Mesh mesh;

    BlueGreenIT(Mesh mesh) {
        this.mesh = mesh;
    }

    @Test
    void all_requests_change_sides_at_once_there_and_back(Proof proof) {
        try (Change change = mesh.change()) {
            List<MeshPod> green =
                    mesh.callees("payment-service", "canary", change, "green", "greener");
            mesh.awaitKnown(
                    "gateway",
                    "clusters",
                    known -> green.stream().map(MeshPod::ip).allMatch(known::contains));
            List<Heard> there;
            List<Heard> back;
            Change weights;
            try (Background load = Background.of(this::read)) {
                weights = mesh.applied(mesh.overlay().with(WEIGHTS));
                await(heard -> heard.answeredBy().isPresent());
                there = load.ended();
            }
            try (Background load = Background.of(this::read)) {
                weights.close();
                await(heard -> heard.answeredBy().isEmpty());
                back = load.ended();
            }
            proof.did("the weights were moved to %d green pods and back, under load", green.size())
                    .measured(
                            "%d requests, %d failed",
                            there.size() + back.size(),
                            Heard.lost(there).size() + Heard.lost(back).size())
                    .measured(
                            "%d and %d answers until all came from one side",
                            mixed(there, true), mixed(back, false));
            assertThat(Heard.lost(there)).isEmpty();
            assertThat(Heard.lost(back)).isEmpty();
            assertThat(mixed(there, true)).isLessThan(MIXED_MAX);
            assertThat(mixed(back, false)).isLessThan(MIXED_MAX);
        }
    }

    @Test
    void the_script_brings_a_version_up_and_moves_all_requests_there_and_back(Proof proof) {
        String image = mesh.cluster().image("payment-service");
        Overlay all =
                mesh.overlay()
                        .with(PREVIEW)
                        .with(WEIGHTS)
                        .with(TESTERS)
                        .mapped("payment-service-canary", image);
        String overlay = mesh.overlay().forScripts();
        try (Change _ = mesh.givingBack(all);
                Background load = Background.of(this::read)) {
            Script.run("blue-green", "preview", overlay);
            List<Long> preview = sides(NEW);
            Script.run("blue-green", "shift", overlay);
            List<Long> shift = sides(OLD);
            Script.run("blue-green", "back", overlay);
            List<Long> back = sides(NEW);
            List<Heard> heard = load.ended();

            proof.did("preview, shift and back, each followed by %d reads", REQUESTS)
                    .measured(
                            "requests to the old and the new pods: %s, %s, %s",
                            preview, shift, back)
                    .measured("%d requests, %d failed", heard.size(), Heard.lost(heard).size());
            assertThat(Heard.lost(heard)).isEmpty();
        }
    }

    private Heard read() {
        return mesh.gateway().get(PAYMENTS, STD);
    }

    private void await(Predicate<Heard> side) {
        Mesh.await("all requests are at one side")
                .during(Duration.ofSeconds(3))
                .until(
                        () ->
                                mesh.gateway().calls(AT_ONCE, 20, "GET", PAYMENTS, STD).stream()
                                        .allMatch(side));
    }

    /// How many of some reads went to each side, once one of the sides gets none.
    private List<Long> sides(int idle) {
        return Mesh.await("side %d gets no requests".formatted(idle))
                .until(
                        () -> {
                            long stable = asked("stable");
                            long canary = asked("canary");
                            mesh.gateway().calls(AT_ONCE, REQUESTS, "GET", PAYMENTS, STD);
                            return List.of(asked("stable") - stable, asked("canary") - canary);
                        },
                        each -> each.get(idle) == 0);
    }

    /// The number of requests that the gateway has sent to the pods of a track.
    private long asked(String track) {
        String clusters = String.join("\n", mesh.envoys("gateway", "clusters"));
        return mesh.cluster().pods("payment-service").stream()
                .filter(pod -> track.equals(pod.getMetadata().getLabels().get("track")))
                .mapToLong(pod -> asked(pod, clusters))
                .sum();
    }

    private static long asked(Pod pod, String clusters) {
        Pattern count =
                Pattern.compile(
                        "::%s:8080::rq_total::([0-9]+)"
                                .formatted(Pattern.quote(pod.getStatus().getPodIP())));
        return count.matcher(clusters)
                .results()
                .mapToLong(each -> Long.parseLong(each.group(1)))
                .sum();
    }

    /// The number of answers from the first of the new side to the last of the old side.
    private static long mixed(List<Heard> heard, boolean toTheCallees) {
        List<Boolean> isNew =
                heard.stream().map(each -> each.answeredBy().isPresent() == toTheCallees).toList();
        return Math.max(0, isNew.lastIndexOf(false) - isNew.indexOf(true) + 1L);
    }
}

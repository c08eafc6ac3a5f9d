package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Tests a payment request that breaks before it is read, before it takes effect, after it has taken effect,
/// and in the middle of the response. Neither a client that repeats it with its key nor a mesh that retries
/// every failure moves money twice.
@Promise("With a key, money moves once, wherever a request breaks and whatever repeats it")
class RetrySafetyIT {

    private static final String PAYMENTS = "/api/v1/payments";
    private static final List<String> POINTS = List.of("unread", "read", "done", "cut");
    private static final int TIMES_MAX = 5;

    /// Everything that Envoy can treat as a failure. The deployed routes retry only what certainly did not
    /// arrive.
    private static final Overlay.Patch REPEATING_ALL =
            new Overlay.Patch(
                    "VirtualService",
                    "gateway",
                    """
                    - {op: test, path: /spec/http/2/name, value: payments-write}
                    - {op: replace, path: /spec/http/2/retries, value: {attempts: 3, retryOn: "5xx,reset,connect-failure"}}
                    """);

    /// The pod in between has the name of payment-service, whose Sidecar does not include payment-service
    /// itself.
    private static final Overlay.Patch SEEING_ITSELF =
            new Overlay.Patch(
                    "Sidecar",
                    "payment-service",
                    """
                    - {op: add, path: /spec/egress/0/hosts/-, value: "./payment-service.payments.svc.cluster.local"}
                    """);

    private final Mesh mesh;
    private final Payer payer;

    RetrySafetyIT(Mesh mesh) {
        this.mesh = mesh;
        this.payer = Payer.at(mesh.gateway());
    }

    @Test
    void a_client_that_repeats_pays_once(Proof proof) {
        List<Integer> times;
        try (Change _ = mesh.applied(mesh.overlay().patched(SEEING_ITSELF))) {
            times = payAtEachPoint();
        }

        proof.did(
                        "payments that broke at the points %s; the client repeated them with their keys",
                        POINTS)
                .measured("requested %s times, moved money %d times", times, payer.debits().size());
        assertThat(times).allMatch(each -> each == 2);
        assertThat(payer.debits()).containsExactlyInAnyOrder("1.00", "2.00", "3.00", "4.00");
    }

    @Test
    void a_mesh_that_repeats_pays_once(Proof proof) {
        List<Integer> times;
        try (Change _ =
                mesh.applied(mesh.overlay().patched(SEEING_ITSELF).patched(REPEATING_ALL))) {
            times = payAtEachPoint();
        }

        proof.did("the same with a route that retries every failure of a POST")
                .measured("requested %s times, moved money %d times", times, payer.debits().size());
        assertThat(times).containsExactly(1, 1, 1, 2);
        assertThat(payer.debits()).containsExactlyInAnyOrder("1.00", "2.00", "3.00", "4.00");
    }

    /// @return how often the client had to send the request, for each point
    private List<Integer> payAtEachPoint() {
        List<Integer> times = new ArrayList<>();
        try (Stage stage = Stage.between(mesh, "payment-service", PAYMENTS)) {
            MeshPod between = stage.callee(0);
            between.behave("neighbour=http://payment-service:8080");
            Mesh.await("payments come through")
                    .until(
                            () ->
                                    mesh.gateway().get(PAYMENTS, "x-tenant-id", "STD-001").status()
                                            == 200);
            for (String point : POINTS) {
                between.behave("break=" + point);
                times.add(pay(times.size() + 1));
            }
        }
        Mesh.await("all have ended").until(() -> payer.debits().size() >= POINTS.size());
        Mesh.await("nothing is in flight").until(() -> payer.open() == 0);
        return times;
    }

    /// Repeats the request with one key until it is accepted.
    private int pay(int euros) {
        String key = UUID.randomUUID().toString();
        List<Integer> answers = new ArrayList<>();
        while (!answers.contains(202) && answers.size() < TIMES_MAX) {
            answers.add(payer.pay(euros, key).status());
        }
        assertThat(answers).endsWith(202);
        return answers.size();
    }
}

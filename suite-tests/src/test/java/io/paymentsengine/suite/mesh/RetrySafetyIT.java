package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A payment's request breaks before it is read, before it has an effect, after it has had it, and in
/// the middle of the answer. A client that doesn't know asks again with its key, and so does a mesh that
/// is told to repeat whatever fails; money moves once.
@Promise("With a key, money moves once, wherever a request breaks and whoever repeats it")
class RetrySafetyIT {

    private static final String PAYMENTS = "/api/v1/payments";
    private static final List<String> POINTS = List.of("unread", "read", "done", "cut");
    private static final int TIMES_MAX = 5;

    /// All that Envoy can take for a failure. The deployed routes repeat only what surely did not arrive.
    private static final Overlay.Patch REPEATING_ALL =
            new Overlay.Patch(
                    "VirtualService",
                    "gateway",
                    """
                    - {op: test, path: /spec/http/2/name, value: payments-written}
                    - {op: replace, path: /spec/http/2/retries, value: {attempts: 3, retryOn: "5xx,reset,connect-failure"}}
                    """);

    /// The pod between stands in payment-service's name, which does not see itself.
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
        this.payer = Payer.at(mesh.street());
    }

    @Test
    void a_client_that_repeats_pays_once(Proof proof) {
        List<Integer> times;
        try (Change _ = mesh.applied(mesh.overlay().patched(SEEING_ITSELF))) {
            times = payAtEachPoint();
        }

        proof.did("payments that broke %s; the client repeated them with their keys", POINTS)
                .measured("asked %s times, moved money %d times", times, payer.debits().size());
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

        proof.did("the same with a route that repeats every failure of a POST")
                .measured("asked %s times, moved money %d times", times, payer.debits().size());
        assertThat(times).containsExactly(1, 1, 1, 2);
        assertThat(payer.debits()).containsExactlyInAnyOrder("1.00", "2.00", "3.00", "4.00");
    }

    /// @return how often the client had to ask, for each point
    private List<Integer> payAtEachPoint() {
        List<Integer> times = new ArrayList<>();
        try (Stage stage = Stage.between(mesh, "payment-service", PAYMENTS)) {
            MeshPod between = stage.callee(0);
            between.behave("neighbour=http://payment-service:8080");
            Mesh.await("payments come through")
                    .until(
                            () ->
                                    mesh.street().get(PAYMENTS, "x-tenant-id", "STD-001").status()
                                            == 200);
            for (String point : POINTS) {
                between.behave("break=" + point);
                times.add(pay(times.size() + 1));
            }
        }
        Mesh.await("all have ended").until(() -> payer.debits().size() >= POINTS.size());
        Mesh.await("nothing is on its way").until(() -> payer.open() == 0);
        return times;
    }

    /// Asks with one key until there is an answer.
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

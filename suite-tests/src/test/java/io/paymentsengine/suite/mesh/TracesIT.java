package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Tests that one payment is one trace: everything it passes through reports to the collector under the trace
/// id that its client has chosen. Whether a trace is reported is the gateway's decision, one in a hundred,
/// regardless of the client's `traceparent`; `x-client-trace-id` requests it (Envoy's client sampling).
@Promise("Traces: gateway, sidecars and services report the same trace")
class TracesIT {

    /// Long enough for four JVMs to start at once, with an agent.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final List<String> ENVOYS =
            List.of("gateway.payments", "payment-service.payments");

    private final Mesh mesh;

    TracesIT(Mesh mesh) {
        assumeThat(mesh.cluster().meshConfig())
                .as(
                        "Istio has the collector configured: scripts/install-istio.sh … -f istio/install/traces.yaml")
                .contains("name: traces");
        assumeThat(mesh.client().services().inNamespace(Traces.NAMESPACE).list().getItems())
                .as("the namespace %s is empty", Traces.NAMESPACE)
                .isEmpty();
        this.mesh = mesh;
    }

    @Test
    void one_payment_is_one_trace(Proof proof) {
        String trace = UUID.randomUUID().toString().replace("-", "");
        String parent = "00-%s-%s-01".formatted(trace, trace.substring(16));
        try (Change change = mesh.change()) {
            Traces traces = mesh.traces(change);
            List<String> reported;
            try (Change _ = mesh.applied(traced())) {
                awaitRolledOut();
                // new connections, because open ones keep the gateway's previous configuration
                Payer payer = Payer.at(mesh.gateway().anew());
                payer.pay(
                        1,
                        UUID.randomUUID().toString(),
                        "traceparent",
                        parent,
                        "x-client-trace-id",
                        trace);
                Mesh.await("the payment has ended").until(() -> payer.paid() == 1);
                reported = awaitReports(traces, trace);
            } finally {
                awaitRolledOut();
            }
            proof.did("a payment with the client's own traceparent and a request to be traced")
                    .measured("reported by %s", reported);
            assertThat(reported).containsAll(ENVOYS).containsAll(Mesh.SERVICES);
        }
    }

    private Overlay traced() {
        return mesh.overlay().with("k8s/components/traces").with("istio/components/traces");
    }

    /// What has been reported when all reports are in, or the wait has timed out.
    private static List<String> awaitReports(Traces traces, String trace) {
        long start = System.nanoTime();
        List<String> reported = traces.reportedBy(trace);
        while (!(reported.containsAll(ENVOYS) && reported.containsAll(Mesh.SERVICES))
                && System.nanoTime() - start < Mesh.PATIENCE.toNanos()) {
            reported = traces.reportedBy(trace);
        }
        return reported;
    }

    private void awaitRolledOut() {
        Mesh.await("every service is rolled out")
                .atMost(PATIENCE)
                .until(
                        () ->
                                Mesh.SERVICES.stream()
                                        .allMatch(
                                                service ->
                                                        mesh.cluster().isRolledOut(service)
                                                                && mesh.cluster()
                                                                                .pods(service)
                                                                                .size()
                                                                        == 1));
    }
}

package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.paymentsengine.suite.cluster.Cluster;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Tests that a caller without a certificate of the mesh gets no answer, and that the certificate identifies
/// the caller.
@Promise("Mutual TLS is strict everywhere, stores included")
class MutualTlsIT {

    private static final int MANAGEMENT = 9090;

    private static final Call ACCOUNTS =
            Call.get("http://account-service:8080/api/v1/accounts").with("x-tenant-id", "STD-001");

    private final Mesh mesh;

    MutualTlsIT(Mesh mesh) {
        this.mesh = mesh;
    }

    @Test
    void plaintext_is_refused_at_every_port_of_services_and_stores(Proof proof) {
        List<Call> doors =
                Stream.concat(
                                Mesh.SERVICES.stream().flatMap(this::portsOfService),
                                Stores.all().stream().flatMap(this::portOfStore))
                        .toList();

        List<Heard> heard = mesh.stranger().calls(doors);

        proof.did("a pod outside the mesh called %d ports of pods in plain text", doors.size())
                .measured("%d answers", heard.stream().filter(Heard::isAnswered).count());
        assertThat(doors).hasSizeGreaterThan(10);
        assertThat(heard).noneMatch(Heard::isAnswered);
    }

    @Test
    void who_is_refused_reaches_what_is_open_to_all(Proof proof) {
        Heard door =
                mesh.stranger().call(Call.get("http://gateway.%s/".formatted(Cluster.NAMESPACE)));

        proof.did(
                        "the same pod called the gateway in plain text, which redirects all clients to TLS")
                .measured("status %d", door.status());
        assertThat(door.status()).isEqualTo(301);
    }

    @Test
    void the_callee_learns_who_calls_from_the_certificate(Proof proof) {
        try (Change change = mesh.change()) {
            mesh.callee("account-service", "canary", change);
            mesh.redirect("account-service", change);
            MeshPod caller = mesh.caller("payment-service");
            Heard heard =
                    Mesh.await("the callee answers")
                            .until(
                                    () -> caller.call(ACCOUNTS),
                                    answer -> answer.answeredBy().isPresent());

            String identity = heard.sent("x-forwarded-client-cert").orElse("");
            proof.did("payment-service's account called account-service").measured("%s", identity);
            assertThat(identity)
                    .contains("/ns/payments/sa/account-service")
                    .containsPattern("URI=spiffe://[^;]+/ns/payments/sa/payment-service");
        }
    }

    private Stream<Call> portsOfService(String app) {
        return ips(app).flatMap(
                        ip ->
                                Stream.of(
                                        Call.tcp(ip, 8080, Call.HTTP_BYTES),
                                        Call.tcp(ip, MANAGEMENT, Call.HTTP_BYTES)));
    }

    private Stream<Call> portOfStore(Stores store) {
        return ips(store.app()).map(store::askedAt);
    }

    private Stream<String> ips(String app) {
        return mesh.cluster().pods(app).stream().map(Pod::getStatus).map(pod -> pod.getPodIP());
    }
}

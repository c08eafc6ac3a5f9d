package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Tests the gateway as configured by the Gateway API, in place of Istio's own resources.
@Promise("The gateway as a Gateway and HTTPRoutes of the Gateway API")
class GatewayApiIT {

    private static final String PAYMENTS = "/api/v1/payments";
    private static final String ACCOUNTS = "/api/v1/accounts";
    private static final String CANARY = "istio/components/gateway-api-canary/payment-service";
    private static final String[] STD = {"x-tenant-id", "STD-001"};
    private static final int REQUESTS = 1_000;
    private static final int AT_ONCE = 4;

    private static final Duration CALM = Duration.ofSeconds(10);

    /// A tenth of a thousand, plus or minus four standard deviations.
    private static final int SHARE_MIN = 62;

    private static final int SHARE_MAX = 138;

    private final Mesh mesh;
    private final Overlay overlay;
    private final Change door;

    GatewayApiIT(Mesh mesh) {
        assumeThat(mesh.client().supports("gateway.networking.k8s.io/v1", "HTTPRoute"))
                .as("the cluster has the definitions of the Gateway API")
                .isTrue();
        this.mesh = mesh;
        this.overlay =
                mesh.overlay()
                        .with("k8s/components/gateway-api")
                        .with("istio/components/gateway-api");
        this.door = mesh.applied(overlay);
        Mesh.await("the new gateway answers").until(() -> isAnswered(PAYMENTS) && isSentToTls());
    }

    /// Returns when Istio's own gateway answers and keeps answering: during the change, failures can follow
    /// the first successful answer.
    @AfterEach
    void leave() {
        door.close();
        Mesh.await("the old gateway answers")
                .during(CALM)
                .until(() -> isAnswered(PAYMENTS) && isSentToTls());
    }

    @Test
    void the_door_has_tls_and_a_redirect_and_no_more_than_the_street_may_ask(Proof proof)
            throws IOException {
        GatewayClient.Handshake shown = mesh.gateway().handshake();
        Heard plain = mesh.gateway().plain(PAYMENTS);
        List<Heard> open =
                List.of(
                        mesh.gateway().get(PAYMENTS, STD),
                        mesh.gateway().get(ACCOUNTS, STD),
                        mesh.gateway().post(PAYMENTS, STD),
                        mesh.gateway().post(ACCOUNTS, STD));
        List<Heard> closed =
                Stream.of("/api/v1/sagas", "/actuator/health", "/v3/api-docs")
                        .map(path -> mesh.gateway().get(path, STD))
                        .toList();

        proof.did("a handshake, a read without TLS, four requests for public paths")
                .measured("%s; %d to %s", shown.protocol(), plain.status(), to(plain))
                .measured("%s", open.stream().map(Heard::status).toList())
                .did("three for internal paths")
                .measured("%d denied", closed.stream().filter(Heard::isDenied).count());
        assertThat(shown.certificate()).isEqualTo(mesh.gateway().certificate());
        assertThat(plain.status()).isEqualTo(301);
        assertThat(to(plain)).startsWith("https://");
        assertThat(open).extracting(Heard::status).containsExactly(200, 200, 400, 400);
        assertThat(open)
                .allSatisfy(
                        heard ->
                                assertThat(heard.header("strict-transport-security"))
                                        .hasValue("max-age=31536000; includeSubDomains"));
        assertThat(closed).allMatch(Heard::isDenied);
    }

    @Test
    void a_tenth_of_the_requests_goes_to_the_canary_and_back_without_loss(Proof proof) {
        try (Change change = mesh.change()) {
            MeshPod canary = mesh.callee("payment-service", "canary", change);
            Change weights = mesh.applied(overlay, overlay.with(CANARY));
            Mesh.await("the canary gets requests").until(() -> Stage.share(reads(60), canary) > 0);
            List<Heard> heard = reads(REQUESTS);

            List<Heard> rollback;
            try (Background load = Background.of(() -> mesh.gateway().get(PAYMENTS, STD))) {
                weights.close();
                Mesh.await("the canary gets no more requests")
                        .until(() -> Stage.share(reads(REQUESTS / AT_ONCE), canary) == 0);
                rollback = load.ended();
            }
            long share = Stage.share(heard, canary);
            proof.did("%d reads with gateway-api-canary, then without it", REQUESTS)
                    .measured("%d at the canary, %d failed", share, Heard.lost(heard).size())
                    .measured(
                            "%d during the rollback, %d failed",
                            rollback.size(), Heard.lost(rollback).size());
            assertThat(Heard.lost(heard)).isEmpty();
            assertThat(Heard.lost(rollback)).isEmpty();
            assertThat(share).isBetween((long) SHARE_MIN, (long) SHARE_MAX);
        }
    }

    private List<Heard> reads(int times) {
        return mesh.gateway().calls(AT_ONCE, times, "GET", PAYMENTS, STD);
    }

    private boolean isAnswered(String path) {
        return mesh.gateway().anew().calls(AT_ONCE, 20, "GET", path, STD).stream()
                .allMatch(heard -> heard.status() == 200);
    }

    private boolean isSentToTls() {
        return mesh.gateway().plain(PAYMENTS).status() == 301;
    }

    private static String to(Heard heard) {
        return heard.header("location").orElse("nowhere");
    }
}

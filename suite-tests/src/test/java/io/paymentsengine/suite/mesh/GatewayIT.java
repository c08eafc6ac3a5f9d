package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Tests that clients use TLS or are redirected to it, and reach only public paths.
@Promise(
        "Ingress: TLS ends at the gateway, HTTP is redirected to HTTPS, browsers are told to keep to it")
class GatewayIT {

    private static final String[] STD = {"x-tenant-id", "STD-001"};

    private final Mesh mesh;

    GatewayIT(Mesh mesh) {
        this.mesh = mesh;
    }

    @Test
    void the_handshake_shows_the_certificate_of_the_secret(Proof proof) throws IOException {
        GatewayClient.Handshake shown = mesh.gateway().handshake();

        proof.did("a TLS handshake")
                .measured(
                        "%s, %s, certificate of %s",
                        shown.protocol(),
                        shown.cipherSuite(),
                        shown.certificate().getSubjectX500Principal().getName());
        assertThat(shown.protocol()).isIn("TLSv1.2", "TLSv1.3");
        assertThat(shown.certificate()).isEqualTo(mesh.gateway().certificate());
    }

    @Test
    void plain_http_is_sent_to_https(Proof proof) {
        Heard heard = mesh.gateway().plain("/api/v1/payments");

        proof.did("a read without TLS")
                .measured(
                        "status %d to %s",
                        heard.status(), heard.header("location").orElse("nowhere"));
        assertThat(heard.status()).isEqualTo(301);
        assertThat(heard.header("location"))
                .hasValueSatisfying(to -> assertThat(to).startsWith("https://"));
    }

    @Test
    void browsers_are_told_to_stay_with_https(Proof proof) {
        Heard heard = mesh.gateway().get("/api/v1/accounts", STD);

        String header = heard.header("strict-transport-security").orElse("missing");
        proof.did("a read").measured("strict-transport-security: %s", header);
        assertThat(heard.status()).isEqualTo(200);
        assertThat(header).startsWith("max-age=31536000");
    }

    @Test
    void what_is_not_public_is_refused_at_the_gateway(Proof proof) {
        List<Heard> heard =
                List.of(
                        mesh.gateway().get("/api/v1/sagas", STD),
                        mesh.gateway().get("/actuator/health", STD),
                        mesh.gateway().get("/v3/api-docs", STD),
                        mesh.gateway().post("/api/v1/accounts/lookup", STD),
                        mesh.gateway().call("DELETE", "/api/v1/accounts/x", STD));

        proof.did("%d requests for internal paths", heard.size())
                .measured("%d denied", heard.stream().filter(Heard::isDenied).count());
        assertThat(heard).allMatch(Heard::isDenied);
    }
}

package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Tests that the tenant is taken from a verified token, whatever the client claims besides.
@TestInstance(Lifecycle.PER_CLASS)
@Promise("Tenants by verified token: the claim counts, the client's own header does not")
class TenantTokensIT {

    private static final String PAYMENTS = "/api/v1/payments";
    private static final Duration VALID = Duration.ofMinutes(10);

    private final Mesh mesh;
    private final Tokens tokens = Tokens.ofANewIssuer();
    private final Stage stage;
    private final Change verified;

    TenantTokensIT(Mesh mesh) {
        this.mesh = mesh;
        this.stage = Stage.set(mesh, "payment-service", PAYMENTS, "payments");
        this.verified = mesh.applied(tokens.trustedIn(mesh.overlay()));
    }

    @BeforeAll
    void awaitVerification() {
        Mesh.await("tokens are required")
                .until(() -> mesh.gateway().anew().get(PAYMENTS).status() == 403);
        Mesh.await("tokens are accepted")
                .until(() -> asking(tokens.of("NED-001", "payments", VALID)).status() == 200);
    }

    @AfterAll
    void leave() {
        verified.close();
        stage.close();
    }

    @Test
    void the_claim_is_the_tenant_and_a_forged_header_is_overwritten(Proof proof) {
        Heard heard = asking(tokens.of("NED-001", "payments", VALID));

        String tenant = heard.sent("x-tenant-id").orElse("missing");
        proof.did("a token of NED-001 with the header x-tenant-id: STD-001")
                .measured("the service got x-tenant-id: %s", tenant);
        assertThat(tenant).isEqualTo("NED-001");
    }

    @Test
    void the_bearer_is_the_subject_and_a_forged_header_is_overwritten(Proof proof) {
        Heard heard = asking(tokens.of("NED-001", "payments", VALID));

        String subject = heard.sent("x-subject").orElse("missing");
        proof.did("a token of somebody with the header x-subject: forged")
                .measured("the service got x-subject: %s", subject);
        assertThat(subject).isEqualTo("somebody");
    }

    @Test
    void a_token_without_a_subject_is_refused(Proof proof) {
        Heard heard = asking(tokens.ofNobody("NED-001", "payments", VALID));

        proof.did("a token without the claim sub, with the header x-subject: forged")
                .measured("status %d, x-subject: %s", heard.status(), heard.sent("x-subject"));
        assertThat(heard.status()).isEqualTo(403);
    }

    @Test
    void nobody_gets_in_without_a_token(Proof proof) {
        Heard heard = mesh.gateway().anew().get(PAYMENTS, "x-tenant-id", "STD-001");

        proof.did("no token, only the header").measured("status %d", heard.status());
        assertThat(heard.status()).isEqualTo(403);
    }

    @Test
    void an_expired_token_is_refused(Proof proof) {
        Heard heard = asking(tokens.of("NED-001", "payments", Duration.ofMinutes(-10)));

        proof.did("a token that expired ten minutes ago").measured("status %d", heard.status());
        assertThat(heard.status()).isEqualTo(401);
    }

    @Test
    void a_token_for_somebody_else_is_refused(Proof proof) {
        Heard heard = asking(tokens.of("NED-001", "lottery", VALID));

        proof.did("a token for another audience").measured("status %d", heard.status());
        assertThat(heard.status()).isIn(401, 403);
    }

    @Test
    void a_token_that_somebody_else_signed_is_refused(Proof proof) {
        Heard heard = asking(Tokens.ofANewIssuer().of("NED-001", "payments", VALID));

        proof.did("a token with another key").measured("status %d", heard.status());
        assertThat(heard.status()).isEqualTo(401);
    }

    @Test
    void a_token_without_a_tenant_is_refused(Proof proof) {
        Heard heard = asking(tokens.of("", "payments", VALID));

        proof.did("a token without the claim tenant").measured("status %d", heard.status());
        assertThat(heard.status()).isEqualTo(403);
    }

    @Test
    void a_token_in_the_address_is_nobodys(Proof proof) {
        String token = tokens.of("NED-001", "payments", VALID);
        Heard heard = mesh.gateway().anew().get(PAYMENTS + "?access_token=" + token);

        proof.did("a valid token as access_token in the query")
                .measured("status %d", heard.status());
        assertThat(heard.status()).isEqualTo(403);
    }

    private Heard asking(String token) {
        return mesh.gateway()
                .anew()
                .get(
                        PAYMENTS,
                        "x-tenant-id",
                        "STD-001",
                        "x-subject",
                        "forged",
                        "authorization",
                        "Bearer " + token);
    }
}

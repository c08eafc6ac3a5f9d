package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Tests that operators come through the gateway, and are identified as such by a verified token.
@TestInstance(Lifecycle.PER_CLASS)
@Promise("Operators: sagas, decisions and limits through the gateway, by the scope of a token")
class OperatorsIT {

    private static final String SAGAS = "/api/v1/sagas";
    private static final String LIMITS = "/api/v1/limits";
    private static final Duration VALID = Duration.ofMinutes(10);

    private final Mesh mesh;
    private final Tokens tokens = Tokens.ofANewIssuer();
    private final Change open;

    OperatorsIT(Mesh mesh) {
        this.mesh = mesh;
        this.open =
                mesh.applied(
                        tokens.trustedIn(mesh.overlay()).with("istio/components/operator-access"));
    }

    @BeforeAll
    void awaitDoors() {
        Mesh.await("operators are let in")
                .until(
                        () ->
                                List.of(SAGAS, LIMITS).stream()
                                        .allMatch(
                                                path ->
                                                        asking("GET", path, operator()).status()
                                                                == 200));
    }

    @AfterAll
    void leave() {
        open.close();
    }

    @Test
    void an_operator_sees_sagas_and_limits_of_the_tokens_tenant(Proof proof) {
        Heard sagas = asking("GET", SAGAS, operator());
        Heard limits = asking("GET", LIMITS, operator());

        proof.did("an operator of NED-001 read sagas and limits")
                .measured("status %d and %d", sagas.status(), limits.status());
        assertThat(sagas.status()).isEqualTo(200);
        assertThat(sagas.body()).contains("items");
        assertThat(limits.status()).isEqualTo(200);
    }

    /// The requests contain errors that only the service detects, which shows that they reached it.
    @Test
    void an_operator_may_step_in(Proof proof) {
        Heard retry = asking("POST", SAGAS + "/" + UUID.randomUUID() + "/retry", operator());
        Heard change = asking("PUT", LIMITS, operator());

        proof.did("an operator retried an unknown saga and sent a change of limits without limits")
                .measured("status %d and %d", retry.status(), change.status());
        assertThat(retry.status()).isIn(400, 404);
        assertThat(change.status()).isEqualTo(400);
    }

    @Test
    void an_operator_writes_nowhere_else(Proof proof) {
        String saga = SAGAS + "/" + UUID.randomUUID();
        List<Heard> heard =
                List.of(
                        asking("POST", SAGAS, operator()),
                        asking("POST", saga, operator()),
                        asking("POST", saga + "/retry/now", operator()),
                        asking("DELETE", saga, operator()),
                        asking("POST", LIMITS, operator()));

        proof.did("an operator sent %d writes that operators may not make", heard.size())
                .measured("%d denied", heard.stream().filter(Heard::isDenied).count());
        assertThat(heard).allMatch(Heard::isDenied);
    }

    @Test
    void without_the_scope_the_door_stays_shut(Proof proof) {
        String customer = tokens.of("NED-001", "payments", VALID, "payments accounts");
        List<Heard> heard =
                List.of(
                        asking("GET", SAGAS, customer),
                        asking("POST", SAGAS + "/" + UUID.randomUUID() + "/compensate", customer),
                        asking("GET", "/api/v1/validations/" + UUID.randomUUID(), customer),
                        asking("PUT", LIMITS, customer));

        proof.did("%d requests for operators with a customer's token", heard.size())
                .measured("%d denied", heard.stream().filter(Heard::isDenied).count());
        assertThat(heard).allMatch(Heard::isDenied);
    }

    @Test
    void only_a_token_with_the_scope_opens_an_account(Proof proof) {
        Heard without = opening(tokens.of("NED-001", "payments", VALID, "payments"));
        Heard with = opening(tokens.of("NED-001", "payments", VALID, "payments accounts"));

        proof.did("an account opened without and with the scope accounts")
                .measured("status %d, then %d", without.status(), with.status());
        assertThat(without.isDenied()).isTrue();
        assertThat(with.status()).isEqualTo(201);
    }

    private Heard opening(String token) {
        return mesh.gateway()
                .anew()
                .send(
                        "/api/v1/accounts",
                        "{\"currency\": \"EUR\", \"name\": \"conformance\"}",
                        "authorization",
                        "Bearer " + token);
    }

    private String operator() {
        return tokens.of("NED-001", "payments", VALID, "operations");
    }

    private Heard asking(String method, String path, String token) {
        return mesh.gateway().anew().call(method, path, "authorization", "Bearer " + token);
    }
}

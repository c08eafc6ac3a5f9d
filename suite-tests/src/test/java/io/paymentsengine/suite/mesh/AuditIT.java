package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.suite.cluster.Cluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Tests that each write is logged with the identity of the caller, taken from the caller's certificate and
/// not from an address that another pod may have later.
@Promise("Audit: each write and each denial leaves one line with caller, callee and tenant")
class AuditIT {

    private static final String AUDIT = "istio/components/audit";
    private static final String ACCOUNTS = "/api/v1/accounts";
    private static final String LOOKUP = "http://account-service:8080/api/v1/accounts/lookup";
    private static final int WRITES = 8;

    /// The subject that a client without a token claims in a header.
    private static final String FORGED = "somebody-else";

    private final Mesh mesh;

    /// The callers' user agent, by which their lines are found.
    private final String probe = UUID.randomUUID().toString();

    AuditIT(Mesh mesh) {
        this.mesh = mesh;
    }

    @Test
    void a_write_that_goes_well_leaves_one_line_with_who_asked(Proof proof) {
        try (Stage _ = Stage.set(mesh, "account-service", ACCOUNTS, "audited");
                Change change = mesh.applied(mesh.overlay().with(AUDIT))) {
            mesh.redirect("account-service", change);

            String round = awaitRoundOfLines();
            mesh.gateway().get(ACCOUNTS, "x-tenant-id", "STD-001", "user-agent", "read-" + probe);
            JsonNode inside = awaitInside();

            List<JsonNode> lines = AccessLog.lines(mesh, "account-service", round);
            List<JsonNode> reads = AccessLog.lines(mesh, "account-service", "read-" + probe);
            proof.did("%d writes through the gateway, one by validation-service, a read", WRITES)
                    .measured(
                            "%d, 1 and %d lines; %s by %s for %s, %s by %s",
                            lines.size(),
                            reads.size(),
                            told(lines.getFirst()),
                            lines.getFirst().path("peer").asString(),
                            lines.getFirst().path("tenant").asString(),
                            told(inside),
                            inside.path("peer").asString());
            assertThat(lines).hasSize(WRITES).allSatisfy(line -> assertIsBy("gateway", 200, line));
            assertThat(lines).allMatch(line -> line.path("tenant").asString().equals("STD-001"));
            assertThat(lines).noneMatch(line -> line.toString().contains(FORGED));
            assertIsBy("validation-service", 200, inside);
            assertThat(reads).isEmpty();
        }
    }

    @Test
    void each_denial_leaves_one_line_with_who_was_denied(Proof proof) {
        Call call =
                Call.of("POST", LOOKUP).with("x-tenant-id", "STD-001").with("user-agent", probe);

        List<Heard> heard = mesh.caller("payment-service").calls(1, WRITES, List.of(call));

        List<JsonNode> lines = AccessLog.awaitLines(mesh, "account-service", probe, WRITES);
        proof.did("payment-service made %d forbidden requests to account-service", WRITES)
                .measured("%d lines, %s", lines.size(), told(lines.getFirst()))
                .measured("by %s", lines.getFirst().path("peer").asString());
        assertThat(heard).allMatch(Heard::isDenied);
        assertThat(lines)
                .hasSize(WRITES)
                .allSatisfy(line -> assertIsBy("payment-service", 403, line));
    }

    @Test
    void each_refusal_at_a_store_leaves_a_line(Proof proof) {
        MeshPod stranger = mesh.caller("default");
        for (Stores store : Stores.all()) {
            Heard heard = stranger.call(store.askedAt(store.app()));

            JsonNode line =
                    Mesh.await("a line of " + store)
                            .until(() -> refusals(store, stranger), lines -> !lines.isEmpty())
                            .getFirst();
            proof.did("a caller unknown to all policies connected to %s", store)
                    .measured(
                            "%s, by %s",
                            line.path("connection_termination_details").asString(),
                            line.path("peer").asString());
            assertThat(heard.isAnswered()).isFalse();
            assertThat(line.path("peer").asString())
                    .endsWith("/ns/%s/sa/default".formatted(Cluster.NAMESPACE));
        }
    }

    private List<JsonNode> refusals(Stores store, MeshPod caller) {
        return AccessLog.lines(mesh, store.app(), "\"" + caller.ip() + ":").stream()
                .filter(
                        line ->
                                line.path("connection_termination_details")
                                        .asString()
                                        .startsWith("rbac_access_denied"))
                .toList();
    }

    /// Repeats writes through the gateway until each leaves a line; connections opened before the change do
    /// not apply the policy yet.
    ///
    /// @return the user agent of the round that is fully logged
    private String awaitRoundOfLines() {
        List<String> rounds = new ArrayList<>();
        return Mesh.await("a line for each of %d writes".formatted(WRITES))
                .atMost(Mesh.PATIENCE.multipliedBy(2))
                .pollInterval(Duration.ofSeconds(3))
                .until(
                        () -> {
                            rounds.add("write-%d-%s".formatted(rounds.size(), probe));
                            write(rounds.getLast());
                            return rounds.stream().filter(this::isWritten).findFirst();
                        },
                        Optional::isPresent)
                .orElseThrow();
    }

    private void write(String round) {
        mesh.gateway()
                .calls(
                        2,
                        WRITES,
                        "POST",
                        ACCOUNTS,
                        "x-tenant-id",
                        "STD-001",
                        "x-subject",
                        FORGED,
                        "user-agent",
                        round);
    }

    private boolean isWritten(String round) {
        return AccessLog.lines(mesh, "account-service", round).size() >= WRITES;
    }

    private JsonNode awaitInside() {
        mesh.caller("validation-service")
                .call(Call.of("POST", LOOKUP).with("user-agent", "inside-" + probe));
        return AccessLog.awaitLine(mesh, "account-service", "inside-" + probe);
    }

    private void assertIsBy(String serviceAccount, int status, JsonNode line) {
        assertThat(line.path("peer").asString())
                .endsWith("/ns/%s/sa/%s".formatted(Cluster.NAMESPACE, serviceAccount));
        assertThat(line.path("method").asString()).isEqualTo("POST");
        assertThat(line.path("response_code").asInt()).isEqualTo(status);
    }

    private String told(JsonNode line) {
        return "%s %s: %d"
                .formatted(
                        line.path("method").asString(),
                        line.path("path").asString(),
                        line.path("response_code").asInt());
    }
}

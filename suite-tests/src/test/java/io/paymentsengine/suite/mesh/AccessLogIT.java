package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Tests that failed, refused and slow requests leave a machine-readable line, and that others leave none.
@Promise("Telemetry and audit: errors, refusals and slow calls leave a line of JSON")
class AccessLogIT {

    private static final String ACCOUNTS = "/api/v1/accounts";

    /// A query may name accounts, which must not appear in a log.
    private static final String IBAN = "DE89370400440532013000";

    private final Mesh mesh;

    /// The caller's user agent, by which its lines are found.
    private final String probe = UUID.randomUUID().toString();

    AccessLogIT(Mesh mesh) {
        this.mesh = mesh;
    }

    @Test
    void who_is_denied_is_in_the_log_of_whom_it_called(Proof proof) {
        mesh.caller("default")
                .call(
                        Call.get("http://account-service:8080" + ACCOUNTS + "?iban=" + IBAN)
                                .with("user-agent", probe)
                                .with("x-tenant-id", "STD-001"));

        JsonNode line = AccessLog.awaitLine(mesh, "account-service", probe);
        proof.did("a caller unknown to all policies read accounts")
                .measured(
                        "%s %s: %d, %s, from %s",
                        line.path("method").asString(),
                        line.path("path").asString(),
                        line.path("response_code").asInt(),
                        line.path("response_code_details").asString(),
                        line.path("downstream_remote_address").asString());
        assertThat(line.path("response_code").asInt()).isEqualTo(403);
        assertThat(line.path("response_code_details").asString()).startsWith("rbac_access_denied");
        assertThat(line.path("downstream_remote_address").asString())
                .startsWith(mesh.caller("default").ip());
        assertThat(line.path("path").asString()).isEqualTo(ACCOUNTS);
        assertThat(line.toString()).doesNotContain(IBAN);
    }

    @Test
    void what_goes_well_and_fast_leaves_no_line(Proof proof) {
        Heard well = asking(ACCOUNTS, "well-" + probe);
        asking("/api/v1/sagas", "refused-" + probe);

        AccessLog.awaitLine(mesh, "gateway", "refused-" + probe);
        List<JsonNode> lines = AccessLog.lines(mesh, "gateway", "well-" + probe);
        proof.did("a successful read, then one that was refused")
                .measured(
                        "answered in %d ms; lines at the gateway: %d for the first, 1 for the second",
                        well.millis(), lines.size());
        assertThat(well.status()).isEqualTo(200);
        assertThat(lines).isEmpty();
    }

    @Test
    void what_is_slow_leaves_a_line(Proof proof) {
        try (Stage stage = Stage.set(mesh, "account-service", "/api/v1/accounts", "slow")) {
            stage.callee(0).behave("delay=1200");
            asking(ACCOUNTS, probe);

            JsonNode line = AccessLog.awaitLine(mesh, "gateway", probe);
            proof.did("a read that the pod answered after 1.2 s")
                    .measured(
                            "status %d, duration %d ms",
                            line.path("response_code").asInt(), line.path("duration").asInt());
            assertThat(line.path("response_code").asInt()).isEqualTo(200);
            assertThat(line.path("duration").asInt()).isGreaterThanOrEqualTo(1_200);
        }
    }

    private Heard asking(String path, String agent) {
        return mesh.gateway().get(path, "x-tenant-id", "STD-001", "user-agent", agent);
    }
}

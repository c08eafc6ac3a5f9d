package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Tests that connections without a certificate can be permitted while clients migrate, that policies still
/// deny unknown callers, and that removing the component ends this.
@Promise("The enforcement of mutual TLS can be switched off and on")
class EnforcementSwitchIT {

    private final Mesh mesh;

    EnforcementSwitchIT(Mesh mesh) {
        this.mesh = mesh;
    }

    @Test
    void plaintext_reaches_the_policies_while_it_is_permissive_and_no_longer(Proof proof) {
        Heard before = asked();
        Heard meanwhile;
        try (Change _ = mesh.applied(mesh.overlay().with("istio/components/permissive"))) {
            meanwhile = Mesh.await("an answer").until(this::asked, Heard::isAnswered);
        }
        Heard after = Mesh.await("silence").until(this::asked, heard -> !heard.isAnswered());

        proof.did(
                        "a pod outside the mesh called account-service before, with and after the component permissive")
                .measured(
                        "status %d, %d (denied by policy), %d",
                        before.status(), meanwhile.status(), after.status());
        assertThat(before.isAnswered()).isFalse();
        assertThat(meanwhile.isDenied()).isTrue();
    }

    private Heard asked() {
        String ip = mesh.cluster().pods("account-service").getFirst().getStatus().getPodIP();
        return mesh.stranger()
                .call(
                        Call.get("http://%s:8080/api/v1/accounts".formatted(ip))
                                .with("x-tenant-id", "STD-001"));
    }
}

package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Tests that only premium tenants' payments go to the premium pool.
@Promise("Tenant routing: premium tenants have their own pool")
class TenantPoolsIT {

    private static final String PAYMENTS = "/api/v1/payments";
    private static final Duration VALID = Duration.ofMinutes(10);

    private final Mesh mesh;

    TenantPoolsIT(Mesh mesh) {
        this.mesh = mesh;
    }

    @Test
    void the_pool_answers_premium_tenants_and_nobody_else(Proof proof) {
        try (Change pool = mesh.change()) {
            MeshPod premium =
                    mesh.callees("payment-service", "premium", pool, "premium").getFirst();
            try (Change _ = mesh.applied(mesh.overlay().with("istio/components/tenant-pools"))) {
                Mesh.await("the pool answers")
                        .until(
                                () ->
                                        asked("STD-001", "GET", 1)
                                                .getFirst()
                                                .answeredBy()
                                                .isPresent());

                List<Heard> reads = asked("STD-001", "GET", 100);
                List<Heard> writes = asked("STD-001", "POST", 20);
                List<Heard> others = asked("NED-001", "GET", 100);

                proof.did("100 reads and 20 refused payments of STD-001, 100 reads of NED-001")
                        .measured(
                                "%d, %d and %d at the premium pool",
                                Stage.share(reads, premium),
                                Stage.share(writes, premium),
                                Stage.share(others, premium));
                assertThat(Stage.share(reads, premium)).isEqualTo(100);
                assertThat(Stage.share(writes, premium)).isEqualTo(20);
                assertThat(Stage.share(others, premium)).isZero();
                assertThat(others).allMatch(each -> each.status() == 200);
            }
        }
    }

    /// As in production, the token is verified before the route and the bucket are chosen.
    @Test
    void a_token_chooses_pool_and_bucket_and_a_forged_header_does_not(Proof proof) {
        Tokens tokens = Tokens.ofANewIssuer();
        Overlay production =
                tokens.trustedIn(mesh.overlay())
                        .with("istio/components/tenant-pools")
                        .with("istio/components/rate-limit");
        try (Change pool = mesh.change()) {
            MeshPod premium =
                    mesh.callees("payment-service", "premium", pool, "premium").getFirst();
            try (Change _ = mesh.applied(production)) {
                String std = tokens.of("STD-001", "payments", VALID);
                String ned = tokens.of("NED-001", "payments", VALID);
                Mesh.await("the pool answers and limits are in effect")
                        .until(() -> isServed(asking(std, "NED-001"), premium));

                Heard ofStd = asking(std, "NED-001");
                Heard ofNed = asking(ned, "STD-001");

                proof.did("reads with tokens of STD-001 and NED-001, each with the other's header")
                        .measured(
                                "answered by %s and %s, x-ratelimit-limit %s and %s",
                                ofStd.answeredBy().orElse("the service"),
                                ofNed.answeredBy().orElse("the service"),
                                limitOf(ofStd),
                                limitOf(ofNed));
                assertThat(isServed(ofStd, premium)).isTrue();
                assertThat(ofNed.status()).isEqualTo(200);
                assertThat(ofNed.answeredBy()).isEmpty();
                assertThat(limitOf(ofNed)).isNotEqualTo(limitOf(ofStd));
            }
        }
    }

    private static boolean isServed(Heard heard, MeshPod by) {
        return heard.answeredBy().filter(by.name()::equals).isPresent()
                && heard.header("x-ratelimit-limit").isPresent();
    }

    private static String limitOf(Heard heard) {
        return heard.header("x-ratelimit-limit").orElse("missing");
    }

    private Heard asking(String token, String forged) {
        return mesh.gateway()
                .anew()
                .get(PAYMENTS, "authorization", "Bearer " + token, "x-tenant-id", forged);
    }

    private List<Heard> asked(String tenant, String method, int times) {
        return mesh.gateway().calls(4, times, method, PAYMENTS, "x-tenant-id", tenant);
    }
}

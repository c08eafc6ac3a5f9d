package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Tests that an external host can be reached only by the services for which it is registered, over TLS
/// originated by the sidecar, and that its failing addresses are ejected.
@Promise(
        "Egress: a registered host, reached over TLS by the sidecar, with ejection of failing addresses")
class EgressIT {

    private static final String EGRESS = "istio/components/egress";
    private static final int REQUESTS = 60;
    private static final int FAILURES = 3;
    private static final long AWAY_MILLIS_MIN = 9_000;

    /// Ten seconds of ejection, the interval until the next check, and the duration of a request.
    private static final long AWAY_MILLIS_MAX = 30_000;

    private final Mesh mesh;

    EgressIT(Mesh mesh) {
        this.mesh = mesh;
    }

    @Test
    void the_bank_is_asked_by_tls_and_by_account_service_alone(Proof proof) {
        try (Change change = mesh.change()) {
            Bank bank = mesh.bank(change);
            try (Change _ = mesh.applied(with(bank))) {
                Heard heard = answered(bank);
                Heard elsewhere = ask(bank.customer("account-service"), Bank.ELSEWHERE);
                Heard other = ask(bank.customer("payment-service"), Bank.HOST);

                String tls = heard.header("x-tls").orElse("plain text");
                proof.did("account-service called the bank and an unregistered host")
                        .measured("%d over %s, and %d", heard.status(), tls, elsewhere.status())
                        .did("payment-service called the bank")
                        .measured("%d", other.status());
                assertThat(tls).startsWith("TLSv1.").contains(Bank.HOST);
                assertThat(elsewhere.status()).isEqualTo(502);
                // no connection or no route in the sidecar, by the hosts of other services
                assertThat(other.status()).isIn(0, 502);
            }
        }
    }

    @Test
    void an_address_that_fails_three_times_is_left_alone_for_ten_seconds(Proof proof) {
        try (Change change = mesh.change()) {
            Bank bank = mesh.bank(change);
            try (Change _ = mesh.applied(with(bank))) {
                answered(bank);
                MeshPod ill = bank.branch(1);
                ill.behave("status=500");
                long start = System.nanoTime();
                List<Heard> heard = asks(bank, REQUESTS);
                ill.behave("status=200", "forget");
                Mesh.await("the address is used again")
                        .until(
                                () -> {
                                    asks(bank, 10);
                                    return ill.count().reads() > 0;
                                });
                long away = (System.nanoTime() - start) / 1_000_000;

                int failed = Heard.lost(heard).size();
                proof.did("%d reads, while one of the bank's two addresses failed", REQUESTS)
                        .measured(
                                "%d failed; the address was used again after %d ms", failed, away);
                assertThat(failed).isEqualTo(FAILURES);
                assertThat(away).isBetween(AWAY_MILLIS_MIN, AWAY_MILLIS_MAX);
            }
        }
    }

    @Test
    void the_last_address_is_asked_however_ill_it_is(Proof proof) {
        try (Change change = mesh.change()) {
            Bank bank = mesh.bank(change);
            try (Change _ = mesh.applied(with(bank))) {
                answered(bank);
                bank.branch(0).behave("status=500", "forget");
                bank.branch(1).behave("status=500", "forget");
                List<Heard> heard = asks(bank, REQUESTS);
                List<Integer> asked =
                        List.of(bank.branch(0).count().reads(), bank.branch(1).count().reads());

                proof.did("%d reads, while both of the bank's addresses failed", REQUESTS)
                        .measured(
                                "%d failed; requests per address %s",
                                Heard.lost(heard).size(), asked);
                assertThat(heard).allMatch(each -> each.status() == 500);
                // Envoy's threads learn of an ejection one after the other
                assertThat(Collections.min(asked)).isBetween(FAILURES, 2 * FAILURES);
            }
        }
    }

    private Overlay with(Bank bank) {
        return mesh.overlay().with(EGRESS).patched(bank.addresses()).patched(bank.trust());
    }

    private static Heard answered(Bank bank) {
        return Mesh.await("the bank answers")
                .until(
                        () -> ask(bank.customer("account-service"), Bank.HOST),
                        heard -> heard.status() == 200);
    }

    private static List<Heard> asks(Bank bank, int times) {
        return bank.customer("account-service")
                .calls(1, times, List.of(Call.get("http://%s/balance".formatted(Bank.HOST))));
    }

    private static Heard ask(MeshPod customer, String host) {
        return customer.call(Call.get("http://%s/balance".formatted(host)));
    }
}

package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallersTest {

    private static final String FILE = "istio/base/a.yaml";

    @TempDir private Path folder;

    @Test
    void every_caller_that_a_policy_names_is_a_pod() {
        assertThat(Callers.unknown(House.OURS)).isEmpty();
    }

    @Test
    void a_caller_that_nobody_is_is_refused() {
        House house =
                house(
                        """
                        kind: ServiceAccount
                        metadata: {name: a}
                        ---
                        kind: ServiceAccount
                        metadata: {name: idle}
                        ---
                        kind: Deployment
                        spec: {template: {spec: {serviceAccountName: a}}}
                        ---
                        kind: AuthorizationPolicy
                        metadata: {name: p}
                        spec:
                          rules:
                            - from: [{source: {serviceAccounts: [a, idle, nobody]}}]
                        """);
        assertThat(Callers.unknown(house))
                .containsExactly(
                        FILE + " AuthorizationPolicy p: idle",
                        FILE + " AuthorizationPolicy p: nobody");
    }

    @Test
    void every_policy_says_who_may_do_what() {
        assertThat(Callers.open(House.OURS)).isEmpty();
    }

    @Test
    void a_rule_that_fell_in_two_is_refused() {
        House house =
                house(
                        """
                        kind: AuthorizationPolicy
                        metadata: {name: p}
                        spec:
                          rules:
                            - from: [{source: {serviceAccounts: [a]}}]
                            - to: [{operation: {methods: [GET]}}]
                        ---
                        kind: AuthorizationPolicy
                        metadata: {name: door, annotations: {payments-engine/public: "true"}}
                        spec:
                          rules:
                            - to: [{operation: {methods: [GET]}}]
                        """);
        assertThat(Callers.open(house))
                .containsExactly(
                        FILE + " AuthorizationPolicy p: without to",
                        FILE + " AuthorizationPolicy p: without from");
    }

    @Test
    void a_pod_without_sidecar_that_is_not_let_in_is_refused() {
        House house =
                house(
                        """
                        kind: Deployment
                        spec:
                          template:
                            metadata: {labels: {sidecar.istio.io/inject: "false"}}
                            spec: {serviceAccountName: a}
                        ---
                        kind: AuthorizationPolicy
                        spec:
                          selector: {matchLabels: {app: redis}}
                          rules: [{from: [{source: {serviceAccounts: [a]}}]}]
                        ---
                        kind: AuthorizationPolicy
                        spec:
                          selector: {matchLabels: {app: kafka}}
                          rules: [{from: [{source: {serviceAccounts: [a]}}]}]
                        ---
                        kind: AuthorizationPolicy
                        spec:
                          selector: {matchLabels: {app: kafka}}
                          rules: [{from: [{source: {notPrincipals: ["*"]}}]}]
                        """);
        assertThat(Callers.shutOut(house)).containsExactly("a at redis", "a at kafka");
    }

    @Test
    void a_pod_without_sidecar_that_is_let_in_is_none_of_our_business() {
        House house =
                house(
                        """
                        kind: Deployment
                        spec:
                          template:
                            metadata: {labels: {sidecar.istio.io/inject: "false"}}
                            spec: {serviceAccountName: a}
                        ---
                        kind: AuthorizationPolicy
                        spec:
                          selector: {matchLabels: {app: kafka}}
                          rules:
                            - from: [{source: {serviceAccounts: [a]}}]
                            - from: [{source: {notPrincipals: ["*"]}}]
                        ---
                        kind: PeerAuthentication
                        spec:
                          selector: {matchLabels: {app: kafka}}
                          portLevelMtls: {"9092": {mode: PERMISSIVE}}
                        """);
        assertThat(Callers.shutOut(house)).isEmpty();
    }

    @Test
    void every_store_is_guarded() {
        assertThat(Callers.unguarded(House.OURS)).isEmpty();
    }

    @Test
    void a_store_that_no_policy_guards_is_refused() {
        House house =
                house("kind: StatefulSet\nspec: {selector: {matchLabels: {app: postgres}}}\n");
        assertThat(Callers.unguarded(house)).containsExactly("postgres");
    }

    @Test
    void every_rate_limit_counts_each_tenant_for_itself() {
        assertThat(Callers.limitedTogether(House.OURS)).isEmpty();
    }

    @Test
    void a_rate_limit_for_all_together_is_refused() {
        House house =
                house(
                        """
                        kind: EnvoyFilter
                        metadata: {name: limit}
                        spec: {configPatches: [{patch: {value: {name: envoy.filters.http.local_ratelimit}}}]}
                        """);
        assertThat(Callers.limitedTogether(house))
                .containsExactly(FILE + " EnvoyFilter limit: no tenant");
    }

    private House house(String text) {
        return WrongHouse.of(folder, FILE, text);
    }
}

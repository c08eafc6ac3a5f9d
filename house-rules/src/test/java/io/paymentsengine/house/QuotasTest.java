package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuotasTest {

    private static final String OTHER_REGISTRY =
            """
            payments:
              tenants:
                - {id: A, tier: premium, quotas: {requests-per-second: 5}}
                - {id: B, tier: standard, quotas: {requests-per-second: 5}}
            """;

    private static final String OTHER_QUOTAS =
            """
            descriptors:
              - {key: tenant, value: A, rate_limit: {requests_per_unit: 6}}
              - {key: tenant, rate_limit: {requests_per_unit: 1}}
            """;

    private static final String OTHER_BUCKETS =
            """
            kind: EnvoyFilter
            spec:
              descriptors:
                - {entries: [{value: B}], token_bucket: {max_tokens: 7}}
            """;

    private static final String OTHER_ROUTES =
            """
            kind: Component
            patches:
              - target: {kind: VirtualService}
                patch: |
                  - {op: add, path: /a/0, value: {x-tenant-id: {exact: B}}}
                  - {op: add, path: /a/0, value: {x-tenant-id: {exact: C}, subset: stable}}
            """;

    @TempDir private Path folder;

    @Test
    void every_tenant_gets_what_the_registry_grants() {
        assertThat(Quotas.granted(House.OURS))
                .isNotEmpty()
                .isEqualTo(Quotas.inBuckets(House.OURS))
                .isEqualTo(Quotas.ofAllPods(House.OURS));
    }

    @Test
    void premium_tenants_and_no_others_have_pods_of_their_own() {
        assertThat(Quotas.premium(House.OURS)).isNotEmpty().isEqualTo(Quotas.pooled(House.OURS));
    }

    @Test
    void another_quota_or_tier_shows() {
        House house =
                new WrongHouse(folder)
                        .with(Quotas.REGISTRY, OTHER_REGISTRY)
                        .with(Quotas.OF_ALL_PODS, OTHER_QUOTAS)
                        .with("istio/a.yaml", OTHER_BUCKETS)
                        .with("istio/kustomization.yaml", OTHER_ROUTES)
                        .house();
        assertThat(Quotas.granted(house)).containsExactly("A 5", "B 5");
        assertThat(Quotas.ofAllPods(house)).containsExactly("A 6");
        assertThat(Quotas.inBuckets(house)).containsExactly("B 7");
        assertThat(Quotas.premium(house)).containsExactly("A");
        assertThat(Quotas.pooled(house)).containsExactly("B");
    }

    @Test
    void an_answer_that_tells_two_counts_is_refused() {
        String telling =
                """
                kind: EnvoyFilter
                metadata: {name: %s}
                spec: {configPatches: [{patch: {value: {enable_x_ratelimit_headers: DRAFT_VERSION_03}}}]}
                """;
        House house =
                new WrongHouse(folder)
                        .with("istio/a.yaml", telling.formatted("a"))
                        .with("istio/b.yaml", telling.formatted("b"))
                        .house();
        assertThat(Quotas.toldTwice(house)).containsExactly("a", "b");
    }

    @Test
    void whoever_onboards_a_tenant_is_told_every_file() {
        assertThat(Quotas.unmentioned(House.OURS)).isEmpty();
    }

    @Test
    void a_file_with_a_tenant_that_nobody_is_told_of_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with(Quotas.REGISTRY, "payments: {tenants: [{id: ABC-001}]}\n")
                        .with(Quotas.RUNBOOK, "`tenants/tenants.yaml`, `k8s/told.yaml`\n")
                        .with("k8s/told.yaml", "a: ABC-001\n")
                        .with("istio/untold.yaml", "b: ABC-001\n")
                        .with("istio/other.yaml", "c: XYZ-001\n")
                        .house();
        assertThat(Quotas.unmentioned(house)).containsExactly("istio/untold.yaml");
    }
}

package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoolsTest {

    private static final String RULE =
            """
            kind: DestinationRule
            spec:
              host: %s
              trafficPolicy: {connectionPool: {http: {http2MaxRequests: %d}}}
            """;

    private static final String PODS =
            """
            kind: Deployment
            metadata: {labels: {payments-engine/pod: service}}
            spec: {template: {metadata: {labels: {app: %s}}}}
            """;

    private static final String SIDECAR =
            """
            kind: Sidecar
            spec:
              workloadSelector: {labels: {app: %s}}
              inboundConnectionPool: {tcp: {maxConnections: %d}}
            """;

    @TempDir private Path folder;

    @Test
    void who_waits_leaves_room_for_others() {
        assertThat(Pools.filledByWaiting(House.OURS)).isEmpty();
    }

    @Test
    void a_pod_takes_what_a_pool_lets_through() {
        assertThat(Pools.largerThanAPod(House.OURS)).isEmpty();
    }

    @Test
    void a_pool_that_is_larger_than_a_pod_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with(Pools.PLATFORM, "server: {tomcat: {max-connections: 100}}")
                        .with("istio/a.yaml", RULE.formatted("payment-service", 100))
                        .with("istio/b.yaml", RULE.formatted("payment-service", 101))
                        .house();
        assertThat(Pools.largerThanAPod(house))
                .containsExactly("http2MaxRequests: 101, but a pod accepts 100");
    }

    @Test
    void a_sidecar_lets_in_what_its_service_takes() {
        assertThat(Pools.uncapped(House.OURS)).isEmpty();
    }

    @Test
    void a_sidecar_that_lets_in_what_callers_like_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with(Pools.PLATFORM, "server: {tomcat: {max-connections: 100}}")
                        .with("k8s/a.yaml", PODS.formatted("right"))
                        .with("k8s/b.yaml", PODS.formatted("open"))
                        .with("k8s/c.yaml", PODS.formatted("without"))
                        .with("istio/a.yaml", SIDECAR.formatted("right", 100))
                        .with("istio/b.yaml", SIDECAR.formatted("open", 10_000))
                        .house();
        assertThat(Pools.uncapped(house)).containsExactly("open", "without");
    }

    @Test
    void a_pool_that_is_full_of_those_who_wait_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with(
                                Pools.PROPERTIES,
                                """
                                record PaymentProperties(
                                        @DefaultValue("70") @Positive int waitsMax,
                                        @DefaultValue("30") @Positive int streamsMax) {}
                                """)
                        .with("istio/a.yaml", RULE.formatted("payment-service", 100))
                        .with("istio/b.yaml", RULE.formatted("payment-service", 101))
                        .with("istio/c.yaml", RULE.formatted("account-service", 1))
                        .house();
        assertThat(Pools.filledByWaiting(house))
                .containsExactly("http2MaxRequests: 100, but 100 requests may be held");
    }
}

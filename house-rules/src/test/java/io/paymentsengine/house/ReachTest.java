package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tests the rules only; [CombinationsTest] checks our own rendered manifests against them.
class ReachTest {

    private static final String PODS =
            """
            kind: ConfigMap
            metadata: {name: a}
            data:
              SPRING_DATASOURCE_URL: jdbc:postgresql://db.example.com:5432/a?sslmode=verify-full
              SPRING_KAFKA_BOOTSTRAP_SERVERS: k-0.example.com:9094,k-1.example.com:9094
              SPRING_DATA_REDIS_HOST: redis
              TENANTS_FILE: file:/etc/tenants.yaml
            ---
            kind: Deployment
            metadata: {name: a}
            spec:
              template:
                metadata: {labels: {app: a}}
                spec:
                  containers:
                    - envFrom: [{configMapRef: {name: a}}, {secretRef: {name: a-kafka, optional: true}}]
            ---
            kind: Deployment
            metadata: {name: b}
            spec:
              template:
                metadata: {labels: {app: b}}
                spec:
                  containers:
                    - env: [{valueFrom: {configMapKeyRef: {name: a, key: SPRING_DATA_REDIS_HOST}}}]
            ---
            """;

    private static final String ELSEWHERE =
            """
            kind: ServiceEntry
            spec: {hosts: [db.example.com], ports: [{number: 5432}]}
            ---
            kind: ServiceEntry
            spec: {hosts: [k-0.example.com], ports: [{number: 80, targetPort: 9094}]}
            ---
            """;

    @TempDir private Path folder;

    @Test
    void what_a_sidecar_does_not_know_is_refused() {
        House house =
                house(
                        """
                        kind: Sidecar
                        spec: {egress: [{hosts: [./redis.payments.svc.cluster.local]}]}
                        ---
                        kind: Sidecar
                        spec:
                          workloadSelector: {labels: {app: a}}
                          egress: [{hosts: [./db.example.com, ./k-1.example.com]}]
                        """);
        assertThat(Reach.unseen(house)).containsExactly("a to k-0.example.com", "a to redis");
    }

    @Test
    void a_sidecar_that_knows_the_namespace_knows_all() {
        assertThat(Reach.unseen(house("kind: Sidecar\nspec: {egress: [{hosts: [./*]}]}\n")))
                .isEmpty();
    }

    @Test
    void a_host_elsewhere_that_closed_networks_do_not_let_out_to_is_refused() {
        String closed =
                """
                kind: NetworkPolicy
                spec: {podSelector: {}, policyTypes: [Egress], egress: [{ports: [{port: 53}]}]}
                ---
                kind: NetworkPolicy
                spec: {podSelector: {matchLabels: {app: a}}, egress: [{ports: [{port: 5432}]}]}
                """;
        assertThat(Reach.walledIn(house(ELSEWHERE + closed)))
                .containsExactly("a to k-0.example.com");
        assertThat(Reach.walledIn(house(ELSEWHERE))).isEmpty();
    }

    @Test
    void a_store_without_a_place_for_its_login_is_refused() {
        assertThat(Reach.withoutLogin(house("")))
                .containsExactly("a has no Secret a-redis", "b has no Secret b-redis");
    }

    @ParameterizedTest
    @CsvSource({
        "asm-1-28, aks-istio-system, 0",
        "asm-1-28, istio-system, 1",
        "1-31, istio-system, 0",
        "1-31, aks-istio-system, 1"
    })
    void a_way_to_another_control_plane_is_refused(String revision, String place, int refused) {
        House house =
                house(
                        """
                        kind: Namespace
                        metadata: {labels: {istio.io/rev: %s}}
                        ---
                        kind: NetworkPolicy
                        spec:
                          egress:
                            - to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %s}}}]
                              ports: [{port: 15012}]
                        """
                                .formatted(revision, place));
        assertThat(Reach.cutOff(house)).hasSize(refused);
    }

    private House house(String text) {
        return WrongHouse.of(folder, "k8s/rendered.yaml", PODS + text);
    }
}

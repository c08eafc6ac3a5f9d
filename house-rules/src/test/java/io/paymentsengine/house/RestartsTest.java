package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tests the rules only; [CombinationsTest] checks our own rendered manifests against them.
class RestartsTest {

    private static final String FILE = "k8s/rendered.yaml";

    private static final String PODS =
            """
            kind: Deployment
            metadata: {name: a}
            spec: {template: {metadata: {labels: {app: a, track: stable}}}}
            ---
            kind: Deployment
            metadata: {name: b}
            spec: {template: {metadata: {labels: {app: a, track: canary}}}}
            ---
            kind: Deployment
            metadata: {name: c}
            spec: {template: {metadata: {labels: {app: c}}}}
            ---
            """;

    private static final String ROUTES =
            """
            kind: VirtualService
            metadata: {name: gateway}
            spec:
              gateways: [gateway]
              http:
                - name: in-front
                  match: [{uri: {prefix: /api/v1/payments}, headers: {x-release: {exact: canary}}}]
                  timeout: 35s
                - name: timelines
                  match: [{uri: {regex: "/api/v1/payments/[^/]+/timeline"}, headers: {accept: {prefix: text}}}]
                - name: read
                  match: [{method: {exact: GET}, uri: {prefix: /api/v1/payments}}]
                  timeout: 5s
            ---
            """;

    @TempDir private Path folder;

    @Test
    void pods_without_a_budget_or_with_two_are_refused() {
        House house =
                house(
                        PODS
                                + """
                                kind: PodDisruptionBudget
                                spec: {selector: {matchLabels: {app: a}}}
                                ---
                                kind: PodDisruptionBudget
                                spec: {selector: {matchLabels: {app: a, track: canary}}}
                                """);
        assertThat(Restarts.unbudgeted(house))
                .containsExactly(
                        FILE + " Deployment b: needs exactly one budget",
                        FILE + " Deployment c: needs exactly one budget");
    }

    @Test
    void one_pod_behind_a_gateway_of_several_is_refused() {
        String scalers =
                """
                kind: HorizontalPodAutoscaler
                spec: {scaleTargetRef: {kind: Deployment, name: gateway}}
                ---
                kind: HorizontalPodAutoscaler
                spec: {scaleTargetRef: {kind: Deployment, name: a}}
                """;
        assertThat(Restarts.alone(house(PODS + scalers)))
                .containsExactly(FILE + " Deployment c: has only one pod");
        assertThat(Restarts.alone(house(PODS))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"20, 60, 1", "35, 60, 1", "40, 40, 1", "40, 60, 0"})
    void a_gateway_that_ends_before_its_requests_is_refused(int drain, int grace, int refused) {
        String gateway =
                """
                kind: Deployment
                metadata: {name: gateway}
                spec:
                  template:
                    metadata:
                      annotations:
                        inject.istio.io/templates: gateway
                        proxy.istio.io/config: "terminationDrainDuration: %ds"
                    spec: {terminationGracePeriodSeconds: %d}
                """
                        .formatted(drain, grace);
        assertThat(Restarts.cutting(house(ROUTES + gateway))).hasSize(refused);
    }

    @Test
    void a_route_in_front_that_ends_a_watched_timeline_is_refused() {
        assertThat(Restarts.shortened(house(ROUTES)))
                .containsExactly(FILE + " VirtualService gateway: in-front");
    }

    private House house(String text) {
        return WrongHouse.of(folder, FILE, text);
    }
}

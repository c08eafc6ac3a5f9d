package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    private static final String FILE = "istio/base/a.yaml";

    private static final String RULE =
            """
            kind: DestinationRule
            metadata: {name: a}
            spec:
              host: a
              subsets:
                - {name: stable, labels: {track: stable}}
                - {name: lost, labels: {track: lost}}
            """;

    @TempDir private Path folder;

    @Test
    void every_host_has_one_virtual_service() {
        assertThat(Routes.shared(House.OURS)).isEmpty();
    }

    @Test
    void a_second_virtual_service_for_a_host_is_refused() {
        String service = "kind: VirtualService\nspec: {hosts: [a]}\n";
        assertThat(Routes.shared(house(service + "---\n" + service))).containsExactly("a");
    }

    @Test
    void every_route_has_a_subset_and_every_subset_has_pods() {
        assertThat(Routes.intoNowhere(House.OURS)).isEmpty();
        assertThat(Routes.withoutPods(House.OURS)).isEmpty();
    }

    @Test
    void a_route_to_a_subset_that_nobody_defines_is_refused() {
        String routes =
                """
                kind: VirtualService
                spec:
                  http:
                    - route:
                        - {destination: {host: a, subset: stable}}
                        - {destination: {host: a, subset: v2}}
                """;
        assertThat(Routes.intoNowhere(house(RULE + "---\n" + routes))).containsExactly("a v2");
    }

    @Test
    void a_route_to_a_host_elsewhere_that_nobody_registered_is_refused() {
        String routes =
                """
                kind: ServiceEntry
                spec: {hosts: [bank.example.com]}
                ---
                kind: VirtualService
                spec:
                  http:
                    - route: [{destination: {host: bank.example.com}}]
                    - route: [{destination: {host: other.example.com}}]
                """;
        assertThat(Routes.intoNowhere(house(routes))).containsExactly("other.example.com ");
    }

    @Test
    void a_route_of_the_gateway_api_to_a_service_without_pods_is_refused() {
        String routes =
                """
                kind: HTTPRoute
                spec:
                  rules:
                    - backendRefs: [{name: a-stable, weight: 100}, {name: a-canary, weight: 0}]
                    - backendRefs: [{name: a}, {name: a-canary, weight: 10}, {name: b}]
                ---
                kind: Service
                metadata: {name: a}
                spec: {selector: {app: a}}
                ---
                kind: Service
                metadata: {name: a-stable}
                spec: {selector: {app: a, track: stable}}
                ---
                kind: Service
                metadata: {name: a-canary}
                spec: {selector: {app: a, track: canary}}
                ---
                kind: Deployment
                spec: {template: {metadata: {labels: {app: a, track: stable}}}}
                """;
        assertThat(Routes.withoutBackend(house(routes))).containsExactly("a-canary", "b");
    }

    @Test
    void a_subset_whose_pods_nobody_makes_is_refused() {
        String deployment =
                "kind: Deployment\nspec: {template: {metadata: {labels: {track: stable}}}}\n";
        assertThat(Routes.withoutPods(house(RULE + "---\n" + deployment)))
                .containsExactly(FILE + " DestinationRule a: lost");
    }

    @Test
    void a_share_of_requests_for_pods_that_are_not_rendered_is_refused() {
        String routes =
                """
                kind: VirtualService
                spec:
                  http:
                    - route:
                        - {destination: {host: a, subset: stable}, weight: 90}
                        - {destination: {host: a, subset: lost}, weight: 10}
                    - route:
                        - {destination: {host: a, subset: lost}, weight: 0}
                        - {destination: {host: b}}
                """;
        String deployment =
                "kind: Deployment\nspec: {template: {metadata: {labels: {app: a, track: stable}}}}\n";
        assertThat(Routes.unserved(house(RULE + "---\n" + routes + "---\n" + deployment)))
                .containsExactly("a lost", "b ");
    }

    @Test
    void nothing_that_had_an_effect_is_sent_twice() {
        assertThat(Routes.repeating(House.OURS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{retries: {attempts: 3, retryOn: '5xx,connect-failure'}}",
                "{retries: {attempts: 3, retryOn: reset}}",
                "{retries: {attempts: 1}}",
                "{timeout: 5s}",
                "{retries: {attempts: 2, retryOn: connect-failure}}",
                "{match: [{headers: {idempotency-key: {}}}], retries: {attempts: 3, retryOn: 5xx}}",
                "{match: [{method: {exact: POST}}], retries: {attempts: 1, retryOn: gateway-error}}",
                "{match: [{method: {exact: GET}}, {uri: {prefix: /a}}], retries: {attempts: 1, retryOn: 5xx}}"
            })
    void a_route_that_may_pay_twice_is_refused(String route) {
        House house =
                house(
                        """
                        kind: VirtualService
                        metadata: {name: a}
                        spec:
                          http:
                            - {match: [{method: {exact: GET}}], retries: {attempts: 2, retryOn: 5xx}}
                            - match: [{headers: {idempotency-key: {}}}]
                              retries: {attempts: 2, retryOn: "connect-failure, refused-stream"}
                            - {retries: {attempts: 0}}
                            - %s
                        """
                                .formatted(route));
        assertThat(Routes.repeating(house)).hasSize(1);
    }

    private House house(String text) {
        return WrongHouse.of(folder, FILE, text);
    }
}

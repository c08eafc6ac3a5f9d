package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourcesTest {

    private static final String FILE = "istio/base/a.yaml";

    @TempDir private Path folder;

    @Test
    void our_manifests_make_none_of_these_mistakes() {
        assertThat(Manifest.resources(House.OURS)).hasSizeGreaterThan(40);
        assertThat(
                        Stream.<Function<House, List<String>>>of(
                                        Resources::outdated,
                                        Resources::empty,
                                        Resources::ignored,
                                        Resources::overlooked,
                                        Resources::pinned,
                                        Resources::guessed,
                                        Resources::secrets,
                                        Resources::unused,
                                        Resources::goneCommands,
                                        Patch::unguarded)
                                .flatMap(rule -> rule.apply(House.OURS).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EnvoyFilter networking.istio.io/v1beta1",
                "VirtualService networking.istio.io/v1alpha3",
                "AuthorizationPolicy security.istio.io/v1beta1",
                "HTTPRoute gateway.networking.k8s.io/v1beta1"
            })
    void a_version_that_istio_does_not_have_is_refused(String resource) {
        String kind = resource.replaceFirst(" .*", "");
        String version = resource.replaceFirst(".* ", "");
        House house = house("apiVersion: %s\nkind: %s\nspec: {}\n".formatted(version, kind));
        assertThat(Resources.outdated(house)).containsExactly(FILE + " " + kind + " : " + version);
    }

    @Test
    void a_policy_of_nothing_is_refused() {
        House house = house("kind: AuthorizationPolicy\nmetadata: {name: all}\nspec:\n");
        assertThat(Resources.empty(house))
                .containsExactly(FILE + " AuthorizationPolicy all: the spec is null, not {}");
    }

    @Test
    void outlier_detection_that_nobody_reads_is_refused() {
        House house =
                house(
                        """
                        kind: DestinationRule
                        metadata: {name: a}
                        spec:
                          trafficPolicy:
                            connectionPool:
                              consecutive5xxErrors: 5
                              baseEjectionTime: 30s
                              tcp: {maxConnections: 1}
                            outlierDetection:
                              consecutiveErrors: 5
                              interval: 10s
                        """);
        assertThat(Resources.ignored(house))
                .containsExactly(
                        FILE + " DestinationRule a: consecutive5xxErrors",
                        FILE + " DestinationRule a: baseEjectionTime",
                        FILE + " DestinationRule a: consecutiveErrors");
    }

    @Test
    void telemetry_beside_another_for_all_pods_is_refused() {
        House house =
                house(
                        """
                        kind: Telemetry
                        metadata: {name: access-log}
                        spec: {accessLogging: []}
                        ---
                        kind: Telemetry
                        metadata: {name: traces-of-one}
                        spec: {selector: {matchLabels: {app: a}}}
                        ---
                        kind: Telemetry
                        metadata: {name: traces}
                        spec: {tracing: []}
                        """);
        assertThat(Resources.overlooked(house))
                .containsExactly(FILE + " Telemetry traces: ignored by Istio");
    }

    @Test
    void a_deployment_that_is_pinned_to_a_version_is_refused() {
        House house =
                house(
                        """
                        kind: Deployment
                        metadata: {name: a}
                        spec: {selector: {matchLabels: {app: a, version: v1}}}
                        """);
        assertThat(Resources.pinned(house))
                .containsExactly(FILE + " Deployment a: the selector has a version");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name: kafka, appProtocol: tcp}",
                "{name: tcp-kafka, appProtocol: kafka}",
                "{name: tcp-kafka}",
                "{appProtocol: http}"
            })
    void a_port_whose_protocol_is_guessed_is_refused(String port) {
        House house =
                house(
                        "kind: Service\nspec:\n  ports:\n    - {name: http, appProtocol: http}\n    - "
                                + port
                                + "\n");
        assertThat(Resources.guessed(house)).hasSize(1);
    }

    @Test
    void a_secret_that_is_written_down_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with("k8s/a.yaml", "kind: Secret\nmetadata: {name: a}\n")
                        .with("k8s/b/kustomization.yaml", "kind: Component\nsecretGenerator: []\n")
                        .house();
        assertThat(Resources.secrets(house))
                .containsExactly(
                        "k8s/a.yaml Secret a: contains a secret",
                        "k8s/b/kustomization.yaml Component : contains a secret");
    }

    @Test
    void a_file_that_is_never_applied_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with(
                                "k8s/kustomization.yaml",
                                "kind: Kustomization\nresources: [a.yaml]\n")
                        .with("k8s/a.yaml", "kind: Service\n")
                        .with("k8s/b.yaml", "kind: Service\n")
                        .house();
        assertThat(Resources.unused(house)).containsExactly("k8s/b.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kubectl wait --for=condition=ready namespace/payments",
                "istioctl authn tls-check pod",
                "istioctl operator init"
            })
    void a_command_that_is_gone_is_refused(String command) {
        House house = WrongHouse.of(folder, "scripts/a.sh", "set -e\n" + command + "\n");
        assertThat(Resources.goneCommands(house)).hasSize(1);
    }

    @Test
    void a_patch_of_a_place_that_does_not_look_first_is_refused() {
        String patch = "- {op: replace, path: /spec/http/0/timeout, value: 1s}\n";
        House house =
                new WrongHouse(folder)
                        .with(
                                "istio/kustomization.yaml",
                                """
                                kind: Component
                                patches:
                                  - {path: a.yaml, target: {kind: VirtualService}}
                                  - {path: b.yaml, target: {kind: VirtualService}}
                                """)
                        .with("istio/a.yaml", patch)
                        .with(
                                "istio/b.yaml",
                                "- {op: test, path: /spec/http/0/name, value: a}\n" + patch)
                        .house();
        assertThat(Patch.unguarded(house))
                .containsExactly(
                        "istio/a.yaml changes a list of VirtualService by position without a test");
    }

    private House house(String text) {
        return WrongHouse.of(folder, FILE, text);
    }
}

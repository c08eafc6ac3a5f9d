package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Checks the rules for manifests on what Kustomize renders from them.
@Execution(ExecutionMode.CONCURRENT)
class CombinationsTest {

    private static final int RENDERED_WITHIN_SECONDS = 60;

    private static final List<Function<House, List<String>>> RULES =
            List.of(
                    Resources::outdated,
                    Resources::empty,
                    Resources::ignored,
                    Resources::overlooked,
                    Resources::pinned,
                    Resources::guessed,
                    Images::unmapped,
                    Resources::secrets,
                    Routes::shared,
                    Routes::intoNowhere,
                    Routes::unserved,
                    Routes::withoutBackend,
                    Routes::repeating,
                    Callers::unknown,
                    Callers::open,
                    Callers::shutOut,
                    Callers::unguarded,
                    Callers::limitedTogether,
                    Quotas::toldTwice,
                    Processors::unequal,
                    Reach::unseen,
                    Reach::walledIn,
                    Reach::withoutLogin,
                    Reach::cutOff,
                    Restarts::unbudgeted,
                    Restarts::alone,
                    Restarts::cutting,
                    Restarts::shortened);

    @TempDir private Path folder;

    static List<String> combinations() {
        return Combinations.of(House.OURS);
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void every_combination_can_be_rendered_and_keeps_the_rules(String combination)
            throws IOException, InterruptedException {
        assumeTrue(isRendering(), "Rendering needs bash and kustomize or kubectl");
        House rendered = WrongHouse.of(folder, "k8s/rendered.yaml", render(combination));
        assertThat(Manifest.resources(rendered)).hasSizeGreaterThan(40);
        assertThat(RULES.stream().flatMap(rule -> rule.apply(rendered).stream())).isEmpty();
    }

    /// Users copy this overlay and replace everything that is acme's. Nothing else may be left to
    /// replace.
    @Test
    void the_overlay_to_copy_leaves_no_example_behind() throws IOException, InterruptedException {
        assumeTrue(isRendering(), "Rendering needs bash and kustomize or kubectl");
        assertThat(render("acme")).contains("acme.test").doesNotContain("example.com");
    }

    @Test
    void every_overlay_and_every_component_is_in_a_combination() {
        assertThat(Combinations.untried(House.OURS)).isEmpty();
    }

    @Test
    void a_component_that_nothing_is_made_of_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with(Combinations.LIST, "# why\nlocal a k8s/b\n")
                        .with(
                                "k8s/overlays/local/kustomization.yaml",
                                "kind: Kustomization\ncomponents: [../../components/used]\n")
                        .with("k8s/overlays/far/kustomization.yaml", "kind: Kustomization\n")
                        .with("k8s/components/used/kustomization.yaml", "kind: Component\n")
                        .with("k8s/components/b/kustomization.yaml", "kind: Component\n")
                        .with("istio/components/a/kustomization.yaml", "kind: Component\n")
                        .with("istio/components/b/kustomization.yaml", "kind: Component\n")
                        .house();
        assertThat(Combinations.untried(house))
                .containsExactly("istio/components/b", "k8s/overlays/far");
    }

    static boolean isRendering() {
        return isThere("bash") && (isThere("kustomize") || isThere("kubectl"));
    }

    private String render(String combination) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", "scripts/render.sh"));
        command.addAll(List.of(combination.split(" +")));
        Path answer = folder.resolve("answer");
        Path complaint = folder.resolve("complaint");
        Process process =
                new ProcessBuilder(command)
                        .directory(House.OURS.root().toFile())
                        .redirectOutput(answer.toFile())
                        .redirectError(complaint.toFile())
                        .start();
        assertThat(process.waitFor(RENDERED_WITHIN_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(new HouseFile("complaint", complaint).text()).isEmpty();
        return new HouseFile("answer", answer).text();
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(Path::of)
                .flatMap(
                        place -> Stream.of(place.resolve(program), place.resolve(program + ".exe")))
                .anyMatch(Files::isExecutable);
    }
}

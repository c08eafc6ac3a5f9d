package io.paymentsengine.house;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The combinations of manifests that are tested: overlays, with components on top of them.
final class Combinations {

    static final String LIST = "k8s/combinations.txt";

    private static final List<String> SIDES = List.of("k8s", "istio");

    private Combinations() {}

    /// The lines of the list. Each has an overlay, then components.
    static List<String> of(House house) {
        return house.file(LIST).lines().stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /// Overlays and components that are in no tested combination.
    static List<String> untried(House house) {
        Set<String> tried =
                Stream.concat(
                                of(house).stream().flatMap(Combinations::folders),
                                Manifest.kustomizations(house).flatMap(Combinations::named))
                        .collect(Collectors.toSet());
        return Manifest.kustomizations(house)
                .filter(told -> told.kind().equals("Component") || isOverlay(told))
                .map(Combinations::folder)
                .filter(Predicate.not(tried::contains))
                .toList();
    }

    private static boolean isOverlay(Manifest told) {
        return told.file().name().startsWith("k8s/overlays/");
    }

    /// The folders that the words of a line refer to.
    private static Stream<String> folders(String line) {
        List<String> words = List.of(line.split(" +"));
        Stream<String> components =
                words.stream()
                        .skip(1)
                        .flatMap(
                                word ->
                                        SIDES.contains(word.replaceFirst("/.*", ""))
                                                ? Stream.of(word.replaceFirst("/", "/components/"))
                                                : SIDES.stream()
                                                        .map(side -> side + "/components/" + word));
        return Stream.concat(Stream.of("k8s/overlays/" + words.getFirst()), components);
    }

    /// The folders of the components that a kustomization includes.
    private static Stream<String> named(Manifest told) {
        return told.tree()
                .path("components")
                .valueStream()
                .map(path -> Path.of(folder(told)).resolve(path.asString("")).normalize())
                .map(path -> path.toString().replace('\\', '/'));
    }

    private static String folder(Manifest told) {
        return told.file().name().replaceFirst("/[^/]*$", "");
    }
}

package io.paymentsengine.house;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The images that pods run, in rendered manifests.
final class Images {

    /// The name that injection replaces with the proxy's image.
    private static final String OF_THE_MESH = "auto";

    private static final Pattern OVERLAY = Pattern.compile("k8s/overlays/[^/]+/kustomization.yaml");

    private static final Set<String> LISTS = Set.of("containers", "initContainers");

    private Images() {}

    /// Images without a tag or a digest. These are names that no overlay maps; a node would look
    /// for them in a public registry.
    static List<String> unmapped(House house) {
        return Manifest.resources(house).stream()
                .flatMap(
                        manifest ->
                                images(manifest)
                                        .filter(image -> !image.equals(OF_THE_MESH))
                                        .filter(image -> !image.matches(".+[:@][^/]+"))
                                        .map(image -> manifest.described("runs " + image)))
                .toList();
    }

    /// Overlays that map images before all other components have added theirs.
    static List<String> mappedTooEarly(House house) {
        return Manifest.kustomizations(house)
                .filter(manifest -> OVERLAY.matcher(manifest.file().name()).matches())
                .filter(
                        manifest ->
                                !manifest.tree()
                                        .path("components")
                                        .valueStream()
                                        .reduce((_, last) -> last)
                                        .map(last -> last.asString(""))
                                        .orElse("")
                                        .equals("images"))
                .map(manifest -> manifest.file().name())
                .toList();
    }

    private static Stream<String> images(Manifest manifest) {
        return LISTS.stream()
                .flatMap(list -> manifest.tree().findValues(list).stream())
                .flatMap(JsonNode::valueStream)
                .map(container -> container.path("image").asString(OF_THE_MESH));
    }
}

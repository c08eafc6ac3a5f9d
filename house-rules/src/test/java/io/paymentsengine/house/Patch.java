package io.paymentsengine.house;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// One JSON patch of a component.
///
/// @param kind the kind of the patched resource
/// @param name the name of the patched resource, or empty
/// @param operations the list of operations
record Patch(HouseFile file, String kind, String name, JsonNode operations) {

    /// Every JSON patch, whether in a file of its own or inline in a kustomization.
    static List<Patch> of(House house) {
        return Manifest.kustomizations(house)
                .flatMap(
                        told ->
                                told.tree()
                                        .path("patches")
                                        .valueStream()
                                        .flatMap(patch -> read(house, told, patch)))
                .toList();
    }

    /// Patches that change a list by position without first testing what is there.
    static List<String> unguarded(House house) {
        return of(house).stream()
                .filter(patch -> patch.changesAPlace() && !patch.tests())
                .map(
                        patch ->
                                "%s changes a list of %s by position without a test"
                                        .formatted(patch.file.name(), patch.kind))
                .toList();
    }

    private static Stream<Patch> read(House house, Manifest told, JsonNode patch) {
        String path = patch.path("path").asString("");
        HouseFile file =
                path.isEmpty() ? told.file() : house.file(sibling(told.file().name(), path));
        String text = path.isEmpty() ? patch.path("patch").asString("") : file.text();
        JsonNode target = patch.path("target");
        return Manifest.parse(file, text)
                .filter(document -> document.tree().isArray())
                .map(
                        document ->
                                new Patch(
                                        file,
                                        target.path("kind").asString(""),
                                        target.path("name").asString(""),
                                        document.tree()));
    }

    private static String sibling(String file, String path) {
        return file.substring(0, file.lastIndexOf('/') + 1) + path;
    }

    private boolean changesAPlace() {
        return operations
                .valueStream()
                .filter(each -> !each.path("op").asString("").equals("test"))
                .anyMatch(Patch::isByPosition);
    }

    /// Adding to the front of a list does not depend on the positions of its other elements.
    private static boolean isByPosition(JsonNode operation) {
        String path = operation.path("path").asString("");
        boolean inFront = operation.path("op").asString("").equals("add") && path.endsWith("/0");
        return path.matches(".*/\\d+(/.*)?") && !inFront;
    }

    private boolean tests() {
        return operations
                .valueStream()
                .anyMatch(each -> each.path("op").asString("").equals("test"));
    }
}

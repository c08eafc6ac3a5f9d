package io.paymentsengine.suite.mesh;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.paymentsengine.suite.cluster.Cluster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The deployed overlay as rendered by Kustomize, with additional components and patches.
///
/// @param images entries that map image names to images
record Overlay(List<String> components, List<Patch> patches, List<String> images) {

    /// The deployed overlay, relative to the repository.
    static final String DEPLOYED = System.getProperty("mesh.overlay", "k8s/overlays/local");

    private static final Path SCRATCH = Path.of("target", "mesh-overlay").toAbsolutePath();

    /// As deep in the folders as [#SCRATCH], so that relative paths are the same.
    private static final Path SCRIPTS =
            Path.of("target", "mesh-overlay-of-scripts").toAbsolutePath();

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Path OVERLAYS = REPOSITORY.resolve("k8s/overlays");

    /// @param kind and `name` identify the patched resource
    /// @param text a JSON patch or a strategic merge patch
    /// @param component the component without which the patch is left out, if any
    record Patch(String kind, String name, String text, @Nullable String component) {

        /// A patch that always applies.
        Patch(String kind, String name, String text) {
            this(kind, name, text, null);
        }

        private String inKustomization() {
            return """
            - target: {kind: %s, name: "^%s$"}
              patch: |
            %s"""
                    .formatted(kind, name, text.strip().indent(4));
        }
    }

    Overlay {
        components = List.copyOf(components);
        patches = List.copyOf(patches);
        images = List.copyOf(images);
    }

    static Overlay asDeployed() {
        return new Overlay(List.of(), List.of(), List.of());
    }

    Overlay with(String component) {
        return new Overlay(appended(components, component), patches, images);
    }

    Overlay patched(Patch patch) {
        return new Overlay(components, appended(patches, patch), images);
    }

    /// Uses this image where the manifests have that name.
    Overlay mapped(String name, String image) {
        int colon = image.lastIndexOf(':');
        return new Overlay(
                components,
                patches,
                appended(
                        images,
                        "- {name: %s, newName: \"%s\", newTag: \"%s\"}\n"
                                .formatted(
                                        name,
                                        image.substring(0, colon),
                                        image.substring(colon + 1))));
    }

    /// Renders the overlay's resources.
    List<HasMetadata> rendered(KubernetesClient client) {
        try {
            write(SCRATCH, kustomization());
            Process process =
                    new ProcessBuilder("kubectl", "kustomize", SCRATCH.toString()).start();
            process.getOutputStream().close();
            byte[] said = process.getInputStream().readAllBytes();
            byte[] complaint = process.getErrorStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(new String(complaint, StandardCharsets.UTF_8));
            }
            return client.load(new ByteArrayInputStream(said)).items();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /// Its path as an argument for `scripts/`, which look for overlays and their images relative to one
    /// folder.
    String forScripts() {
        write(SCRIPTS, kustomization());
        write(
                SCRIPTS.resolve("images"),
                "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\ncomponents: [../%s]\n"
                        .formatted(beside(DEPLOYED + "/images")));
        return OVERLAYS.relativize(SCRIPTS).toString().replace('\\', '/');
    }

    private static void write(Path folder, String kustomization) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("kustomization.yaml"), kustomization);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String kustomization() {
        return Stream.of(
                        "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n",
                        "namespace: %s\n".formatted(Cluster.NAMESPACE),
                        "resources: [%s]\n".formatted(beside(DEPLOYED)),
                        "components:\n",
                        components.stream()
                                .map(component -> "- %s\n".formatted(beside(component)))
                                .collect(Collectors.joining()),
                        "images:\n",
                        String.join("", images),
                        "patches:\n",
                        patches.stream()
                                .filter(
                                        patch ->
                                                patch.component() == null
                                                        || components.contains(patch.component()))
                                .map(Patch::inKustomization)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    private static String beside(String folder) {
        return SCRATCH.relativize(REPOSITORY.resolve(folder)).toString().replace('\\', '/');
    }

    private static <T> List<T> appended(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}

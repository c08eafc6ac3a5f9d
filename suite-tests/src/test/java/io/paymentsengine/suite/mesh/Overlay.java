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

/// What is deployed, as Kustomize makes it, with more components or patches.
///
/// @param images lines that map names to images
record Overlay(List<String> components, List<Patch> patches, List<String> images) {

    /// Which one, from the folder of the repository.
    static final String DEPLOYED = System.getProperty("mesh.overlay", "k8s/overlays/local");

    private static final Path SCRATCH = Path.of("target", "mesh-overlay").toAbsolutePath();

    /// As deep as the other one, so that the ways from it are the same.
    private static final Path SCRIPTS =
            Path.of("target", "mesh-overlay-of-scripts").toAbsolutePath();

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Path OVERLAYS = REPOSITORY.resolve("k8s/overlays");

    /// @param kind and name of what is patched
    /// @param text a JSON patch, or a strategic one
    /// @param component with which alone it is made, if there is one
    record Patch(String kind, String name, String text, @Nullable String component) {

        /// One that is always made.
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

    /// Takes this image where the manifests say that name.
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

    /// Its resources.
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

    /// Its name for `scripts/`, which look for overlays and their images in one place.
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

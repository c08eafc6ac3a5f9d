package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesTest {

    @TempDir private Path folder;

    @Test
    void whatever_an_overlay_lists_its_images_are_mapped() {
        assertThat(Images.mappedTooEarly(House.OURS)).isEmpty();
    }

    @Test
    void an_overlay_that_lists_more_behind_its_images_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with(
                                "k8s/overlays/early/kustomization.yaml",
                                "kind: Kustomization\ncomponents: [images, ../../components/more]\n")
                        .with(
                                "k8s/overlays/last/kustomization.yaml",
                                "kind: Kustomization\ncomponents: [../../components/more, images]\n")
                        .house();
        assertThat(Images.mappedTooEarly(house))
                .containsExactly("k8s/overlays/early/kustomization.yaml");
    }

    @Test
    void an_image_that_nobody_mapped_is_refused() {
        House house =
                WrongHouse.of(
                        folder,
                        "k8s/rendered.yaml",
                        """
                        kind: Deployment
                        metadata: {name: a}
                        spec:
                          template:
                            spec:
                              initContainers:
                                - {name: first, image: "registry.example.com:5000/first"}
                              containers:
                                - {name: a, image: payment-service-canary}
                                - {name: b, image: "postgres:18"}
                                - {name: c, image: "registry.example.com/c@sha256:00"}
                                - {name: istio-proxy, image: auto}
                        """);

        assertThat(Images.unmapped(house))
                .containsExactlyInAnyOrder(
                        "k8s/rendered.yaml Deployment a: runs registry.example.com:5000/first",
                        "k8s/rendered.yaml Deployment a: runs payment-service-canary");
    }
}

package io.paymentsengine.localstack.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paymentsengine.localstack.process.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ImageArchiveTest {

    @TempDir private Path folder;

    /// JUnit would warn about links that lead out of its folder.
    @AfterEach
    void removeLinks() {
        Folders.remove(folder.resolve("root"));
    }

    @Test
    void a_layer_replaces_what_is_below_it() throws IOException {
        Path root =
                unpacked(
                        new TarLayer()
                                .file("app/a", "below")
                                .file("app/b", "below")
                                .file("c", "below"),
                        new TarLayer().file("app/a", "above").folder("c"),
                        new TarLayer().file("c/d", "on top"));
        assertThat(root.resolve("app/a")).hasContent("above");
        assertThat(root.resolve("app/b")).hasContent("below");
        assertThat(root.resolve("c/d")).hasContent("on top");
    }

    @Test
    void what_a_layer_says_is_gone_is_gone_unless_it_brings_it() throws IOException {
        Path root =
                unpacked(
                        new TarLayer()
                                .file("a", "below")
                                .file("b/c", "below")
                                .file("d/e", "below")
                                .file("d/f/g", "below")
                                .file("d/h/i", "below"),
                        new TarLayer()
                                .file("d/f/j", "above")
                                .file(".wh.a", "")
                                .file(".wh.b", "")
                                .file("d/.wh..wh..opq", ""));
        assertThat(root.resolve("a")).doesNotExist();
        assertThat(root.resolve("b")).doesNotExist();
        assertThat(root.resolve("d/e")).doesNotExist();
        assertThat(root.resolve("d/h")).doesNotExist();
        assertThat(root.resolve("d/f/g")).doesNotExist();
        assertThat(root.resolve("d/f/j")).hasContent("above");
    }

    @Test
    void a_file_keeps_its_time_and_its_rights() throws IOException {
        Path root = unpacked(new TarLayer().file("bin/java", "program", 0755));
        assertThat(Files.getLastModifiedTime(root.resolve("bin/java")))
                .isEqualTo(FileTime.from(Instant.ofEpochSecond(1)));
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(root.resolve("bin/java"))))
                .isEqualTo("rwxr-xr-x");
    }

    @Test
    void a_folder_that_is_a_link_leads_to_where_it_leads_in_the_image() throws IOException {
        Path root =
                unpacked(
                        new TarLayer()
                                .folder("usr/lib")
                                .link("lib", "usr/lib")
                                .link("absolute", "/usr/lib")
                                .link("up", "../../../usr/lib"),
                        new TarLayer()
                                .file("lib/a", "1")
                                .file("absolute/b", "2")
                                .file("up/c", "3"));
        assertThat(root.resolve("usr/lib/a")).hasContent("1");
        assertThat(root.resolve("usr/lib/b")).hasContent("2");
        assertThat(root.resolve("usr/lib/c")).hasContent("3");
    }

    @Test
    void a_file_may_have_a_second_name_and_devices_are_left_out() throws IOException {
        Path root =
                unpacked(
                        new TarLayer().folder("bin").file("bin/a", "1").device("dev/null"),
                        new TarLayer().again("b", "bin/a"));
        assertThat(root.resolve("b")).hasContent("1");
        assertThat(root.resolve("dev/null")).doesNotExist();
    }

    @Test
    void nothing_gets_out_of_the_folder() throws IOException {
        Path root =
                unpacked(
                        new TarLayer()
                                .file("../outside", "in")
                                .file("./a/../../../far", "in")
                                .link("out", folder.toString())
                                .file("out/outside", "in"));
        assertThat(folder.resolve("outside")).doesNotExist();
        assertThat(root.resolve("outside")).hasContent("in");
        assertThat(root.resolve("far")).hasContent("in");
    }

    @Test
    void what_an_image_says_is_run_is_known() throws IOException {
        Image image = archive(new TarLayer().file("a", "")).unpack(folder.resolve("root"));
        assertThat(image.entrypoint())
                .containsExactly("java", "@/aot/options", "-cp", "x.jar", "Main");
        assertThat(image.environment())
                .containsEntry("PATH", "/opt/java/bin:/bin")
                .containsEntry("OPTIONS", "a=b");
        assertThat(image.folder()).isEqualTo("/app");
    }

    @Test
    void options_of_the_jvm_come_before_its_class_and_can_be_taken_away() throws IOException {
        Image image = archive(new TarLayer()).unpack(folder.resolve("root"));
        assertThat(image.without("@/aot/options").with(List.of("-Xmx1g")).entrypoint())
                .containsExactly("java", "-Xmx1g", "-cp", "x.jar", "Main");
    }

    @Test
    void what_is_no_image_is_refused() throws IOException {
        Path file = folder.resolve("other.tar");
        Files.write(file, new TarLayer().file("a", "").bytes());
        assertThatThrownBy(() -> new ImageArchive(file).unpack(folder.resolve("root")))
                .hasMessageContaining("manifest.json");
        assertThatThrownBy(
                        () ->
                                new ImageArchive(folder.resolve("none.tar"))
                                        .unpack(folder.resolve("root")))
                .hasMessageContaining("-Pimages");
    }

    private Path unpacked(TarLayer... layers) throws IOException {
        return archive(layers).unpack(folder.resolve("root")).root();
    }

    /// Names the layers in reverse, because the manifest and not their names defines their order.
    private ImageArchive archive(TarLayer... layers) throws IOException {
        TarLayer archive = new TarLayer();
        List<String> names = new ArrayList<>();
        for (int layer = 0; layer < layers.length; layer++) {
            String name = "%d.tar".formatted(layers.length - layer);
            archive.file(name, layer % 2 == 0 ? layers[layer].bytes() : layers[layer].zipped());
            names.add('"' + name + '"');
        }
        archive.file(
                "manifest.json",
                """
                [{"Config": "config.json", "Layers": %s}]
                """
                        .formatted(names));
        archive.file(
                "config.json",
                """
                {"config": {
                  "Entrypoint": ["java", "@/aot/options", "-cp", "x.jar", "Main"],
                  "Env": ["PATH=/opt/java/bin:/bin", "OPTIONS=a=b"],
                  "WorkingDir": "/app"
                }}
                """);
        Path file = folder.resolve("image.tar");
        Files.write(file, archive.bytes());
        return new ImageArchive(file);
    }
}

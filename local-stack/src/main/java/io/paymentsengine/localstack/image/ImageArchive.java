package io.paymentsengine.localstack.image;

import io.paymentsengine.localstack.Repository;
import io.paymentsengine.localstack.process.Folders;
import io.paymentsengine.localstack.service.Service;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An image in a file, as Jib and `docker save` write it: a list of layers, from the lowest to the
/// highest, and the command to run in them.
public record ImageArchive(Path file) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String MANIFEST = "manifest.json";
    private static final int GZIP_MAGIC = 0x8b1f;

    /// Where `./mvnw -Pimages -Dimages.goal=buildTar` puts a service's image.
    public static ImageArchive of(Service service) {
        Path module = Repository.folder().resolve(service.title());
        return new ImageArchive(module.resolve("target").resolve("jib-image.tar"));
    }

    /// Unpacks the image into a folder, which is emptied first.
    ///
    /// @throws IllegalStateException if the file is missing or is not an image
    public Image unpack(Path root) {
        if (!Files.exists(file)) {
            throw new IllegalStateException(
                    "%s is missing: build it with `./mvnw -Pimages -Dimages.goal=buildTar`"
                            .formatted(file));
        }
        Folders.remove(root);
        Folders.make(root);
        try (TarFile tar = new TarFile(file)) {
            Map<String, TarArchiveEntry> entries =
                    tar.getEntries().stream()
                            .collect(
                                    Collectors.toMap(
                                            TarArchiveEntry::getName,
                                            Function.identity(),
                                            (_, last) -> last));
            JsonNode manifest = json(tar, entries, MANIFEST).path(0);
            for (JsonNode layer : manifest.path("Layers")) {
                put(tar, entry(entries, layer.asString()), root);
            }
            return image(root, json(tar, entries, manifest.path("Config").asString("")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Image image(Path root, JsonNode description) {
        JsonNode config = description.path("config");
        return new Image(
                root,
                texts(config.path("Entrypoint")),
                texts(config.path("Env")).stream()
                        .map(variable -> variable.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])),
                config.path("WorkingDir").asString("/"));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static void put(TarFile tar, TarArchiveEntry layer, Path root) throws IOException {
        try (InputStream packed = new BufferedInputStream(tar.getInputStream(layer));
                var content = new TarArchiveInputStream(unzipped(packed))) {
            new Layer(root).put(content);
        }
    }

    /// A layer may or may not be compressed; its name does not tell.
    private static InputStream unzipped(InputStream packed) throws IOException {
        packed.mark(2);
        int magic = packed.read() | packed.read() << Byte.SIZE;
        packed.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(packed) : packed;
    }

    private JsonNode json(TarFile tar, Map<String, TarArchiveEntry> entries, String name)
            throws IOException {
        try (InputStream content = tar.getInputStream(entry(entries, name))) {
            return JSON.readTree(content);
        }
    }

    private TarArchiveEntry entry(Map<String, TarArchiveEntry> entries, String name) {
        TarArchiveEntry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalStateException("%s has no %s: not an image".formatted(file, name));
        }
        return entry;
    }
}

package io.paymentsengine.localstack.service;

import io.paymentsengine.localstack.process.Child;
import io.paymentsengine.localstack.process.Folders;
import io.paymentsengine.localstack.process.Java;
import io.paymentsengine.localstack.process.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// A service's boot jar. Extracted to a folder it starts in two thirds of the time, so it is
/// extracted once for each build.
record BootJar(Service service, Path jar) {

    /// The path of the extracted jar below a folder. Extracts it if necessary.
    ///
    /// @throws IllegalStateException if the service has not been built
    Path laidOut(Path folder, Path log) {
        if (!Files.exists(jar)) {
            throw new IllegalStateException(
                    "%s is missing: `./mvnw -Prun` builds it".formatted(jar));
        }
        Path home = Folders.make(folder).resolve(service.title());
        Path marker = home.resolve("content");
        if (!contentIsIn(marker)) {
            layOut(home, log);
            write(marker);
        }
        return home.resolve(jar.getFileName());
    }

    private void layOut(Path home, Path log) {
        Folders.remove(home);
        List<String> command =
                List.of(
                        Java.executable(),
                        "-Djarmode=tools",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        home.toString());
        Path folder = Folders.make(home);
        Child.run(new Launch("laying out " + jar, command, Map.of(), folder, log));
    }

    private boolean contentIsIn(Path marker) {
        try {
            return Files.exists(marker) && Files.readString(marker).equals(content());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void write(Path marker) {
        try {
            Files.writeString(marker, content());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Identifies a build without reading its files: the checksums are in the jar's central
    /// directory.
    private String content() throws IOException {
        CRC32 all = new CRC32();
        long size = 0;
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry :
                    (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                String line = entry.getName() + ' ' + entry.getCrc();
                all.update(line.getBytes(StandardCharsets.UTF_8));
                size += entry.getSize();
            }
        }
        return Long.toHexString(all.getValue()) + '-' + size;
    }
}

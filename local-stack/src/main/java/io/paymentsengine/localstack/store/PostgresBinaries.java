package io.paymentsengine.localstack.store;

import io.paymentsengine.localstack.process.Folders;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The PostgreSQL programs for this system. They come as an archive on the class path and are
/// unpacked once, to a folder whose name has their version.
final class PostgresBinaries {

    private static final int EXECUTABLE_BY_OWNER = 0100;

    private PostgresBinaries() {}

    /// The folder that contains `bin`, `lib` and `share`.
    static Path folder() {
        URL archive = archive();
        Path cache = Cache.folder();
        Path folder = cache.resolve(nameOf(archive));
        if (!Files.exists(folder)) {
            unpack(archive, cache, folder);
        }
        return folder;
    }

    private static URL archive() {
        String name = "postgres-%s-%s.txz".formatted(system(), processor());
        URL archive = PostgresBinaries.class.getClassLoader().getResource(name);
        if (archive == null) {
            throw new IllegalStateException(
                    "no bundled PostgreSQL for this system (" + name + "): use Docker");
        }
        return archive;
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "windows";
        }
        return name.startsWith("mac") ? "darwin" : "linux";
    }

    private static String processor() {
        return switch (System.getProperty("os.arch")) {
            case "aarch64", "arm64" -> "arm_64";
            default -> "x86_64";
        };
    }

    /// The name of the archive's jar, which has the system and the version in it.
    private static String nameOf(URL archive) {
        try {
            var connection = (JarURLConnection) archive.openConnection();
            String jar = connection.getJarFileURL().getPath();
            return jar.substring(jar.lastIndexOf('/') + 1, jar.lastIndexOf('.'));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Unpacks atomically, even if several JVMs do so at the same time.
    private static void unpack(URL archive, Path cache, Path folder) {
        try {
            Path unfinished = Files.createTempDirectory(cache, "unpacking");
            try (InputStream content = new BufferedInputStream(archive.openStream());
                    var tar = new TarArchiveInputStream(new XZCompressorInputStream(content))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(entry, tar, unfinished);
                }
            }
            moveOrYield(unfinished, folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder)
            throws IOException {
        Path target = entry.resolveIn(folder);
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Folders.makeFor(target);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & EXECUTABLE_BY_OWNER) != 0
                && !target.toFile().setExecutable(true, false)) {
            throw new IOException("can't make " + target + " executable");
        }
    }

    private static void moveOrYield(Path unfinished, Path folder) throws IOException {
        // Only its owner can read a temporary folder; PostgreSQL may have to run as another user.
        if (!unfinished.toFile().setReadable(true, false)
                || !unfinished.toFile().setExecutable(true, false)) {
            throw new IOException("can't open " + unfinished + " to others");
        }
        try {
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException another) {
            Folders.remove(unfinished);
        }
    }
}

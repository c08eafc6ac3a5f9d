package io.paymentsengine.suite.campaign;

import io.paymentsengine.localstack.process.Child;
import io.paymentsengine.localstack.process.Folders;
import io.paymentsengine.localstack.process.Launch;
import io.paymentsengine.localstack.process.Posix;
import io.paymentsengine.localstack.process.StartFailed;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A file system in memory, small enough to be filled. Needs root on Linux.
final class SmallDisk implements AutoCloseable {

    /// Enough for PostgreSQL and for what it writes in a run of some minutes.
    private static final String SIZE = "size=1500m";

    private static final int BLOCK = 1 << 16;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /// Why it is not possible on this machine; empty if it is.
    static Optional<String> hindrance() {
        Path probe = Path.of(System.getProperty("java.io.tmpdir"), "payments-engine-small-disk");
        if (!Posix.isRoot()) {
            return Optional.of("a small file system requires root on Linux");
        }
        try (var _ = mountedAt(probe)) {
            return Optional.empty();
        } catch (StartFailed | UncheckedIOException refused) {
            return Optional.of("tmpfs cannot be mounted: " + refused.getMessage());
        }
    }

    static SmallDisk mountedAt(Path folder) {
        SmallDisk disk = new SmallDisk(Folders.make(folder).toAbsolutePath());
        disk.unmountLeftover();
        disk.run("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", disk.folder.toString());
        return disk;
    }

    Path folder() {
        return folder;
    }

    /// Fills the disk completely.
    void fill() {
        try (OutputStream ballast =
                Files.newOutputStream(
                        ballast(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            fillWith(ballast);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void fillWith(OutputStream ballast) {
        byte[] block = new byte[BLOCK];
        try {
            while (Files.getFileStore(folder).getUsableSpace() > 0) {
                ballast.write(block);
            }
        } catch (IOException full) {
            // the disk is full, as intended
            return;
        }
    }

    /// Frees what [#fill] occupied.
    void empty() {
        try {
            Files.deleteIfExists(ballast());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        run("umount", "--lazy", folder.toString());
    }

    /// Unmounts what a killed campaign has left behind.
    private void unmountLeftover() {
        try {
            while (Files.readString(Path.of("/proc/mounts")).contains(" " + folder + " ")) {
                close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    private void run(String... command) {
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        Path here = Folders.make(folder.resolveSibling("."));
        Child.run(new Launch(command[0], List.of(command), Map.of(), here, log));
    }
}

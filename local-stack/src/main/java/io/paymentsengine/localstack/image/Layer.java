package io.paymentsengine.localstack.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/// Applies one layer of an image to those below it, as the OCI image specification defines: an
/// entry replaces what was there, and a name that starts with `.wh.` (a whiteout) removes
/// something. Owners and devices are left out, because setting them needs privileges.
final class Layer {

    private static final String GONE = ".wh.";
    private static final String ALL_GONE = ".wh..wh..opq";
    private static final int LINKS_MAX = 40;

    private final Path root;
    private final Set<Path> own = new HashSet<>();

    Layer(Path root) {
        this.root = root;
    }

    void put(TarArchiveInputStream layer) throws IOException {
        for (var entry = layer.getNextEntry(); entry != null; entry = layer.getNextEntry()) {
            Path name = Path.of("/").relativize(Path.of("/", entry.getName()).normalize());
            if (!name.toString().isEmpty()) {
                put(name, entry, layer);
            }
        }
    }

    private void put(Path name, TarArchiveEntry entry, InputStream content) throws IOException {
        Path target = place(name);
        String last = String.valueOf(target.getFileName());
        if (last.equals(ALL_GONE)) {
            removeWhatWasIn(folderOf(target));
        } else if (last.startsWith(GONE)) {
            removeWhatWas(target.resolveSibling(last.substring(GONE.length())));
        } else {
            Files.createDirectories(folderOf(target));
            write(target, entry, content);
            for (Path path = target; !path.equals(root); path = folderOf(path)) {
                own.add(path);
            }
        }
    }

    private void write(Path target, TarArchiveEntry entry, InputStream content) throws IOException {
        if (entry.isDirectory()) {
            if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
                remove(target);
                Files.createDirectory(target);
            }
        } else if (entry.isSymbolicLink()) {
            remove(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            remove(target);
            Files.createLink(target, place(Path.of(entry.getLinkName())));
        } else if (!isDevice(entry)) {
            remove(target);
            Files.copy(content, target);
            Files.setPosixFilePermissions(target, permissions(entry.getMode()));
            Files.setLastModifiedTime(target, entry.getLastModifiedTime());
        }
    }

    private void removeWhatWas(Path target) throws IOException {
        if (!own.contains(target)) {
            remove(target);
        }
    }

    /// Removes the content of a folder, except for what this layer itself has added.
    private void removeWhatWasIn(Path folder) throws IOException {
        for (Path path : downwards(folder).reversed()) {
            if (!path.equals(folder) && !own.contains(path)) {
                deleteUnlessNeeded(path);
            }
        }
    }

    private static void deleteUnlessNeeded(Path path) throws IOException {
        try {
            Files.delete(path);
        } catch (DirectoryNotEmptyException needed) {
            // the folder contains something of this layer
        }
    }

    private static void remove(Path target) throws IOException {
        for (Path path : downwards(target).reversed()) {
            Files.delete(path);
        }
    }

    private static List<Path> downwards(Path target) throws IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(target)) {
            return all.sorted(Comparator.naturalOrder()).toList();
        }
    }

    /// The path on this machine of a name in the image. Folders that are symbolic links are
    /// resolved as in the image, and never lead out of it.
    private Path place(Path name) throws IOException {
        return folder(name.getParent(), 0).resolve(name.getFileName());
    }

    private Path folder(@Nullable Path name, int links) throws IOException {
        Path here = root;
        if (name == null) {
            return here;
        }
        for (Path step : name) {
            here = step(here, step.toString(), links);
        }
        return here;
    }

    private Path step(Path here, String name, int links) throws IOException {
        return switch (name) {
            case "", "." -> here;
            case ".." -> here.equals(root) ? root : folderOf(here);
            default -> follow(here, here.resolve(name), links);
        };
    }

    private Path follow(Path here, Path next, int links) throws IOException {
        if (!Files.isSymbolicLink(next)) {
            return next;
        }
        if (links == LINKS_MAX) {
            throw new IOException("too many levels of symbolic links at " + next);
        }
        Path link = Files.readSymbolicLink(next);
        Path name =
                link.isAbsolute()
                        ? Path.of("/").relativize(link)
                        : root.relativize(here).resolve(link);
        return folder(name, links + 1);
    }

    private static Path folderOf(Path path) {
        return Objects.requireNonNull(path.getParent());
    }

    private static boolean isDevice(TarArchiveEntry entry) {
        return entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO();
    }

    /// The lowest nine bits of a mode, the highest of which is the owner's read permission.
    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] all = PosixFilePermission.values();
        for (int bit = 0; bit < all.length; bit++) {
            if ((mode >> (all.length - 1 - bit) & 1) == 1) {
                permissions.add(all[bit]);
            }
        }
        return permissions;
    }
}

package io.paymentsengine.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A folder of modules to which the rules apply: this repository, or a small wrong one that proves
/// a rule.
record House(Path root) {

    static final House OURS = new House(rootAbove(Path.of("").toAbsolutePath()));

    /// Hidden folders that are part of the house nevertheless.
    private static final Set<String> VISIBLE = Set.of(".ci", ".github", ".mvn");

    /// The package of classes that are wrong on purpose.
    private static final Path WRONG = Path.of("io", "paymentsengine", "house", "wrong");

    /// All files except hidden, generated and purposely wrong ones, in a stable order.
    ///
    /// @param endings the allowed endings of file names; if there are none, any ending
    List<HouseFile> files(String... endings) {
        List<HouseFile> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, new Walk(found, endings));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return found.stream().sorted().toList();
    }

    /// The file with this name, relative to the root. It need not exist.
    HouseFile file(String name) {
        return new HouseFile(name, root.resolve(name));
    }

    private static Path rootAbove(Path folder) {
        Path parent = folder.getParent();
        if (Files.exists(folder.resolve("mvnw")) || parent == null) {
            return folder;
        }
        return rootAbove(parent);
    }

    private final class Walk extends SimpleFileVisitor<Path> {

        private final List<HouseFile> found;
        private final String[] endings;

        Walk(List<HouseFile> found, String... endings) {
            this.found = found;
            this.endings = endings;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean hidden = name.startsWith(".") && !VISIBLE.contains(name);
            boolean made = name.equals("target") || folder.endsWith(WRONG);
            return (hidden || made) && !folder.equals(root)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = root.relativize(file).toString().replace('\\', '/');
            if (endings.length == 0 || Stream.of(endings).anyMatch(name::endsWith)) {
                found.add(new HouseFile(name, file));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}

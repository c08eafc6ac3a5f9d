package io.paymentsengine.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A file of a house.
///
/// @param name relative to the root, with `/` on every system
record HouseFile(String name, Path path) implements Comparable<HouseFile> {

    String text() {
        try {
            return Files.readString(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<String> lines() {
        return text().lines().toList();
    }

    /// The module that contains the file, or the file's own name if it is in the root.
    String module() {
        return name.replaceFirst("/.*", "");
    }

    /// The last part of the name.
    String simpleName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    boolean isMain() {
        return name.contains("/src/main/");
    }

    boolean isTest() {
        return name.contains("/src/test/");
    }

    @Override
    public int compareTo(HouseFile other) {
        return name.compareTo(other.name);
    }
}

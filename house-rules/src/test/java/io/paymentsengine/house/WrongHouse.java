package io.paymentsengine.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Builds a house with something wrong in it, file by file.
record WrongHouse(Path root) {

    /// A house with one file.
    static House of(Path root, String name, String text) {
        return new WrongHouse(root).with(name, text).house();
    }

    WrongHouse with(String name, String text) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    House house() {
        return new House(root);
    }
}

package io.paymentsengine.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The folder into which this project is checked out.
public final class Repository {

    private static final String LANDMARK = "tenants/tenants.yaml";

    private Repository() {}

    /// The registry of tenants.
    public static Path tenantsFile() {
        return folder().resolve(LANDMARK);
    }

    /// The root folder: the working directory or the nearest folder above it that has the registry.
    ///
    /// @throws IllegalStateException if there is none
    public static Path folder() {
        return Stream.iterate(
                        Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve(LANDMARK)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no %s in the working directory or above it"
                                                .formatted(LANDMARK)));
    }
}

package io.paymentsengine.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The folder that this project is checked out in.
public final class Repository {

    private static final String LANDMARK = "tenants/tenants.yaml";

    private Repository() {}

    /// The registry of tenants.
    public static Path tenantsFile() {
        return folder().resolve(LANDMARK);
    }

    /// Found upwards from the working directory.
    public static Path folder() {
        return Stream.iterate(
                        Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve(LANDMARK)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + LANDMARK + " above here"));
    }
}

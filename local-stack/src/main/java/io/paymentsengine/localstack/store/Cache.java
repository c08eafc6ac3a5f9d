package io.paymentsengine.localstack.store;

import io.paymentsengine.localstack.process.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where unpacked programs are kept for the next time: `payments.cache`, or the user's own cache.
final class Cache {

    private static final String PROPERTY = "payments.cache";

    private Cache() {}

    /// The cache's folder, made if need be.
    static Path folder() {
        return Folders.make(
                Optional.ofNullable(System.getProperty(PROPERTY))
                        .map(Path::of)
                        .orElseGet(Cache::ofTheUser)
                        .toAbsolutePath());
    }

    private static Path ofTheUser() {
        Path home = Path.of(System.getProperty("user.home"));
        Path parent =
                Files.isWritable(home)
                        ? home.resolve(".cache")
                        : Path.of(System.getProperty("java.io.tmpdir"));
        return parent.resolve("payments-engine");
    }
}

package io.paymentsengine.localstack.store;

import io.paymentsengine.localstack.process.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The folder in which unpacked programs are kept for later runs: the one that the system property
/// `payments.cache` names, or else one in the user's cache.
final class Cache {

    private static final String PROPERTY = "payments.cache";

    private Cache() {}

    /// The folder of the cache, which is created if necessary.
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

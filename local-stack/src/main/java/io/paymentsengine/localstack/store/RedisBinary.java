package io.paymentsengine.localstack.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/// The Redis server that embedded-redis bundles for this system, or an installed one.
final class RedisBinary {

    private RedisBinary() {}

    /// The path or the name of an executable that runs here.
    ///
    /// @param folder the folder to which the bundled server is extracted
    /// @throws IllegalStateException if no server runs here
    static String executable(Path folder) {
        return Stream.concat(bundled(folder).stream(), Stream.of("valkey-server", "redis-server"))
                .filter(RedisBinary::runs)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no Redis server runs here: install valkey-server or"
                                                + " redis-server (the bundled one needs"
                                                + " OpenSSL 3)"));
    }

    private static Optional<String> bundled(Path folder) {
        try {
            return Optional.of(
                    ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toString());
        } catch (IOException | RuntimeException noneForThisSystem) {
            return Optional.empty();
        }
    }

    private static boolean runs(String executable) {
        try {
            return new ProcessBuilder(executable, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

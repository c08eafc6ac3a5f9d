package io.paymentsengine.localstack.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/// The server that embedded-redis brings for this system, or one that is installed.
final class RedisBinary {

    private RedisBinary() {}

    /// What starts it; the bundled one is put into this folder.
    ///
    /// @throws IllegalStateException if none runs here
    static String executable(Path folder) {
        return Stream.concat(bundled(folder).stream(), Stream.of("valkey-server", "redis-server"))
                .filter(RedisBinary::runs)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no Redis runs here: install valkey-server or"
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

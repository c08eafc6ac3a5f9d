package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Runs one of `scripts/` as an operator does, against the same cluster.
final class Script {

    private static final Path FOLDER = Path.of("..", "scripts").toAbsolutePath().normalize();
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private Script() {}

    /// Runs the script and returns when it has succeeded.
    static void run(String name, String... arguments) {
        List<String> command =
                Stream.concat(
                                WINDOWS
                                        ? Stream.of("pwsh", "-File", FOLDER + "/" + name + ".ps1")
                                        : Stream.of("bash", FOLDER + "/" + name + ".sh"),
                                Stream.of(arguments))
                        .toList();
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as("%s said: %s", command, said).isZero();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}

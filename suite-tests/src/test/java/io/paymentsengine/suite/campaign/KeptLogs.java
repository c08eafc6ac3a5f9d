package io.paymentsengine.suite.campaign;

import io.paymentsengine.localstack.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The services' logs of runs that failed.
final class KeptLogs {

    private KeptLogs() {}

    /// Moves the logs of a failed run to where no later run writes. Logs kept from an earlier campaign's run
    /// of the same name are deleted.
    ///
    /// @param folder where the suite keeps its logs
    /// @return where the logs are now; empty if there were none
    static Optional<Path> keep(Path folder, String run) {
        Path logs = folder.resolve("logs");
        if (!Files.exists(logs)) {
            return Optional.empty();
        }
        Path kept = folder.resolve("wrong " + run);
        Folders.remove(kept);
        try {
            return Optional.of(Files.move(logs, kept));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

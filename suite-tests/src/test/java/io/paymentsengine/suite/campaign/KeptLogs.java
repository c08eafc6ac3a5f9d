package io.paymentsengine.suite.campaign;

import io.paymentsengine.localstack.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What the services said in runs that went wrong.
final class KeptLogs {

    private KeptLogs() {}

    /// Puts the logs of a run where no later run writes its own. A run that went wrong before, in an earlier
    /// campaign, is forgotten.
    ///
    /// @param folder where the suite keeps its logs
    /// @return where they are now; empty if nothing was said
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

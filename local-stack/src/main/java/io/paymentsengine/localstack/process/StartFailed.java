package io.paymentsengine.localstack.process;

import java.nio.file.Path;
import java.util.List;

/// A program failed, or was not ready in time. The message has the last lines that it printed.
public final class StartFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StartFailed(String name, String what, Path log, List<String> lastLines) {
        super(
                "%s %s; the last lines of %s:%n%s"
                        .formatted(
                                name, what, log, String.join(System.lineSeparator(), lastLines)));
    }
}

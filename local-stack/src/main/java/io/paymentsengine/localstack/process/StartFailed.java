package io.paymentsengine.localstack.process;

import java.nio.file.Path;
import java.util.List;

/// A program ended or wasn't ready in time; says what it printed last.
public final class StartFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StartFailed(String name, String what, Path log, List<String> lastLines) {
        super(
                "%s %s; the last lines of %s:%n%s"
                        .formatted(
                                name, what, log, String.join(System.lineSeparator(), lastLines)));
    }
}

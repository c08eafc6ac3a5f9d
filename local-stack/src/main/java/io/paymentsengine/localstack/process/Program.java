package io.paymentsengine.localstack.process;

import java.time.Duration;

/// A program that a [ProcessServer] runs.
public interface Program {

    /// Creates data and settings if they don't exist yet, and returns how to start the program.
    Launch prepare();

    boolean isReady(Child child);

    /// How long the program may take to become ready.
    default Duration patience() {
        return Duration.ofMinutes(3);
    }

    /// Shuts the program down cleanly.
    void end(Child child);
}

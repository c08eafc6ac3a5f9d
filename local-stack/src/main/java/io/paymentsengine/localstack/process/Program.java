package io.paymentsengine.localstack.process;

import java.time.Duration;

/// What the programs behind a [ProcessServer] do differently.
public interface Program {

    /// Makes data and settings where there are none yet, and says how to start.
    Launch prepare();

    boolean isReady(Child child);

    /// How long it may take until it is ready.
    default Duration patience() {
        return Duration.ofMinutes(3);
    }

    /// Ends the program in good order.
    void end(Child child);
}

package io.paymentsengine.localstack.process;

/// What the programs behind a [ProcessServer] do differently.
public interface Program {

    /// Makes data and settings where there are none yet, and says how to start.
    Launch prepare();

    boolean isReady(Child child);

    /// Ends the program in good order.
    void end(Child child);
}

package io.paymentsengine.suite.faults;

import io.paymentsengine.localstack.process.StartFailed;

/// Kills and restarts the service, once.
final class Restart implements Provocation {

    /// Moves the stored offset past the end of its partition, as if the topic had been recreated since.
    private static final String BEHIND_THE_END =
            "UPDATE consumed SET next_offset = next_offset + 1000000 WHERE partition = 0";

    private final Stage stage;
    private final boolean rebuilt;
    private boolean begun;

    private Restart(Stage stage, boolean rebuilt) {
        this.stage = stage;
        this.rebuilt = rebuilt;
    }

    static Provocation plain(Stage stage) {
        return new Restart(stage, false);
    }

    static Provocation ofRebuiltTopic(Stage stage) {
        return new Restart(stage, true);
    }

    @Override
    public void provoke() {
        if (begun) {
            return;
        }
        begun = true;
        stage.suite().kill(stage.victim());
        if (rebuilt) {
            stage.execute(stage.victim(), BEHIND_THE_END);
        }
        try {
            stage.suite().restart(stage.victim());
        } catch (StartFailed halted) {
            // as intended: it was halted at its boundary while starting
        }
    }
}

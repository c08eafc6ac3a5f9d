package io.paymentsengine.suite.faults;

import io.paymentsengine.localstack.process.StartFailed;

/// The service is killed and started, once.
final class Restart implements Provocation {

    /// What is stored of a partition lies behind its end: it is not the one that was read before.
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
            // As intended: it got as far as its boundary.
        }
    }
}

package io.paymentsengine.simulation.world;

import io.paymentsengine.saga.application.HandleDeadlines;
import io.paymentsengine.simulation.fate.Breach;
import io.paymentsengine.simulation.fate.Fate;
import io.paymentsengine.simulation.messaging.Work;

/// Passes deadlines: handles the sagas whose alarm is due.
final class Deadlines implements Work {

    private static final int SAGAS_MAX = 50;

    private final Suite suite;
    private final HandleDeadlines handleDeadlines;
    private final Fate fate;

    Deadlines(Suite suite, Fate fate) {
        this.suite = suite;
        this.handleDeadlines = suite.saga().get(HandleDeadlines.class);
        this.fate = fate;
    }

    @Override
    public boolean isDue() {
        return !suite.tools().breaches().contains(Breach.DEADLINES_NEVER_PASS)
                && suite.sagas()
                        .nextAlarm()
                        .filter(alarm -> !alarm.isAfter(suite.tools().clock().instant()))
                        .isPresent();
    }

    @Override
    public void transact() {
        handleDeadlines.pass(1 + fate.below(SAGAS_MAX));
    }
}

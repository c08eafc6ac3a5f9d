package io.paymentsengine.platform.transactions;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Runs actions once the change they are about is on disk: a log line, a count or a notification about a
/// change that is rolled back would report something that never happened.
public final class AfterCommit {

    private AfterCommit() {}

    /// Runs the action after the open transaction has committed, and never if it rolls back. If no
    /// transaction is open, runs the action at once.
    public static void run(Runnable action) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        action.run();
                    }
                });
    }
}

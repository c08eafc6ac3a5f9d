package io.paymentsengine.platform.transactions;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What is told of a change is told when the change is on disk: a log line, a count or a signal of what
/// was rolled back would be of something that never was.
public final class AfterCommit {

    private AfterCommit() {}

    /// Tells it when the open transaction has committed, and never if it does not. Where none is open
    /// there is nothing to wait for.
    public static void run(Runnable telling) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            telling.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        telling.run();
                    }
                });
    }
}

package io.paymentsengine.platform.messaging;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/// Runs an action after each commit, before the caller learns of the commit.
record Committing(TransactionOperations transaction, Runnable committed)
        implements TransactionOperations {

    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
        T result = transaction.execute(action);
        committed.run();
        return result;
    }
}

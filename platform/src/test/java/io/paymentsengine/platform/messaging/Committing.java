package io.paymentsengine.platform.messaging;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/// Does something after each commit, before whoever asked for it knows.
record Committing(TransactionOperations transaction, Runnable committed)
        implements TransactionOperations {

    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
        T result = transaction.execute(action);
        committed.run();
        return result;
    }
}

package io.paymentsengine.platform.messaging;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;

/// Sends what was committed and never acknowledged, whichever process committed it, and deletes
/// what was acknowledged while nothing else was stored. Sending twice is harmless, not sending is not.
final class OutboxSweeper {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSweeper.class);
    private static final int ROWS_MAX = 20;

    private final OutboxTable table;
    private final TransactionalOutbox outbox;
    private final Sender sender;
    private final TransactionOperations transaction;
    private final Duration patience;

    OutboxSweeper(
            OutboxTable table,
            TransactionalOutbox outbox,
            Sender sender,
            TransactionOperations transaction,
            Duration patience) {
        this.table = table;
        this.outbox = outbox;
        this.sender = sender;
        this.transaction = transaction;
        this.patience = patience;
    }

    @Scheduled(fixedDelayString = "${payments.messaging.sweep-interval:1s}")
    void sweep() {
        forgetAcknowledged();
        int sent = 0;
        int rows;
        do {
            rows = sendUnsent();
            sent += rows;
        } while (rows == ROWS_MAX);
        if (sent > 0) {
            LOG.info("Sent {} outbox rows that a crash or an absent broker had left", sent);
        }
    }

    private void forgetAcknowledged() {
        List<Long> ids = outbox.takeAcknowledged();
        if (ids.isEmpty()) {
            return;
        }
        try {
            transaction.executeWithoutResult(_ -> table.delete(ids));
        } catch (RuntimeException failure) {
            outbox.giveBack(ids);
            throw failure;
        }
    }

    private int sendUnsent() {
        return transaction.execute(
                _ -> {
                    List<OutboxTable.Row> rows = table.lockUnsent(patience, ROWS_MAX);
                    List<Long> sent =
                            rows.stream().filter(this::sent).map(OutboxTable.Row::id).toList();
                    table.delete(sent);
                    return sent.size();
                });
    }

    private boolean sent(OutboxTable.Row row) {
        CompletableFuture<Void> acknowledged = sender.send(row.messages());
        try {
            acknowledged.join();
            return true;
        } catch (CompletionException failure) {
            LOG.warn(
                    "Outbox row {} could not be sent; it is tried again",
                    row.id(),
                    failure.getCause());
            return false;
        }
    }
}

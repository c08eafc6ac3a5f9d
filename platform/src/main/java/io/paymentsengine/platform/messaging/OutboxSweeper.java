package io.paymentsengine.platform.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;

/// Sends messages that were committed but never acknowledged, whichever process committed them, and
/// deletes rows that were acknowledged while no other messages were stored. Sending twice is harmless,
/// not sending is not.
///
/// A message that can't be sent never keeps another from being sent. A message that the broker refuses
/// stays alone in its row until the broker is reconfigured to accept it. A sweep that finds the broker
/// unavailable ends, and the next one continues after that row.
final class OutboxSweeper {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSweeper.class);
    private static final int ROWS_MAX = 20;
    private static final int REPORTED_MAX = 1_000;

    private final OutboxTable table;
    private final TransactionalOutbox outbox;
    private final Sender sender;
    private final MessagingMetrics metrics;
    private final TransactionOperations transaction;
    private final Duration minAge;

    /// The row after which to continue; 0 to start with the first.
    private long last;

    /// Rows with refused messages that have been logged already.
    private final LinkedHashSet<Long> reported = new LinkedHashSet<>();

    OutboxSweeper(
            OutboxTable table,
            TransactionalOutbox outbox,
            Sender sender,
            MessagingMetrics metrics,
            TransactionOperations transaction,
            Duration minAge) {
        this.table = table;
        this.outbox = outbox;
        this.sender = sender;
        this.metrics = metrics;
        this.transaction = transaction;
        this.minAge = minAge;
    }

    @Scheduled(fixedDelayString = "${payments.messaging.sweep-interval:1s}")
    void sweep() {
        forgetAcknowledged();
        int sent = 0;
        Page page;
        do {
            page = transaction.execute(_ -> sendPage());
            last = page.last;
            sent += page.sent;
        } while (page.hasNext);
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

    /// The result of one page of rows.
    ///
    /// @param last the row after which to continue
    /// @param hasNext whether to continue at once
    private record Page(int sent, long last, boolean hasNext) {}

    private Page sendPage() {
        List<OutboxTable.Row> rows = table.lockUnsent(last, minAge, ROWS_MAX);
        Map<OutboxTable.Row, CompletableFuture<SendResult>> sending = sendAll(rows);
        List<Long> sent = new ArrayList<>();
        List<OutboxTable.Row> left = new ArrayList<>();
        boolean isUnavailable = sending.size() < rows.size();
        for (var each : sending.entrySet()) {
            OutboxTable.Row row = each.getKey();
            SendResult result = each.getValue().join();
            if (result.failure() == null) {
                sent.add(row.id());
            } else {
                report(row, result);
                left.add(new OutboxTable.Row(row.id(), result.left()));
                isUnavailable |= !result.unsent().isEmpty();
            }
        }
        store(sent, left);
        boolean isFull = rows.size() == ROWS_MAX;
        long behind = isUnavailable || isFull ? List.copyOf(sending.keySet()).getLast().id() : 0;
        return new Page(sent.size(), behind, isFull && !isUnavailable);
    }

    /// Sends all rows at once: the transaction lasts only as long as one of them, which is less than
    /// PostgreSQL lets a transaction idle. As soon as a row finds the broker unavailable, no further
    /// row is tried.
    private Map<OutboxTable.Row, CompletableFuture<SendResult>> sendAll(
            List<OutboxTable.Row> rows) {
        Map<OutboxTable.Row, CompletableFuture<SendResult>> sending = new LinkedHashMap<>();
        for (OutboxTable.Row row : rows) {
            CompletableFuture<SendResult> result = sender.send(row.messages());
            sending.put(row, result);
            if (result.isDone() && !result.join().unsent().isEmpty()) {
                break;
            }
        }
        return sending;
    }

    private void store(List<Long> sent, List<OutboxTable.Row> left) {
        if (!sent.isEmpty()) {
            table.delete(sent);
        }
        if (!left.isEmpty()) {
            table.replace(left);
        }
    }

    private void report(OutboxTable.Row row, SendResult result) {
        result.refused().forEach(metrics::refused);
        if (!result.unsent().isEmpty()) {
            LOG.warn(
                    "Outbox row {} could not be sent; it is tried again",
                    row.id(),
                    result.failure());
        } else if (reported.add(row.id())) {
            LOG.error(
                    "The broker refuses messages of outbox row {} ({}); they are tried again until it"
                            + " takes them",
                    row.id(),
                    result.refused().size(),
                    result.failure());
        }
        if (reported.size() > REPORTED_MAX) {
            reported.removeFirst();
        }
    }
}

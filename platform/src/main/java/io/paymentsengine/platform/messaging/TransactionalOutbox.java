package io.paymentsengine.platform.messaging;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Collects the messages of a transaction, stores them before it commits and sends them afterwards.
/// Rows whose messages the broker has acknowledged are deleted by the next transaction that stores
/// messages, so that deleting needs no transaction of its own.
final class TransactionalOutbox implements Outbox, DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionalOutbox.class);
    private static final int DELETED_AT_ONCE_MAX = 1_000;

    private final OutboxTable table;
    private final MessageCodec codec;
    private final Sender sender;
    private final MessagingMetrics metrics;
    private final Clock clock;
    private final Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();

    TransactionalOutbox(
            OutboxTable table,
            MessageCodec codec,
            Sender sender,
            MessagingMetrics metrics,
            Clock clock) {
        this.table = table;
        this.codec = codec;
        this.sender = sender;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public void addAll(Collection<Outgoing> messages) {
        Pending pending = pending();
        for (Outgoing message : messages) {
            pending.messages.add(codec.encode(message, clock.instant()));
        }
    }

    @Override
    public void add(Received<?> message, String reason, String detail) {
        Origin origin = message.origin();
        if (origin == null) {
            throw new IllegalStateException("only what was read from a topic has dead letters");
        }
        add(codec.bury(origin.consumed(), reason, detail));
    }

    /// Adds a message that is ready to be sent.
    void add(Envelope message) {
        pending().messages.add(message);
    }

    /// Completes when the broker has acknowledged what the current transaction sends; never if the
    /// transaction rolls back, and exceptionally if the sweeper has to send it again.
    CompletableFuture<Void> sentByThisTransaction() {
        return pending().sent;
    }

    /// Takes the rows that are known to be sent and not yet deleted; the caller deletes them.
    List<Long> takeAcknowledged() {
        List<Long> ids = new ArrayList<>();
        Long id;
        while (ids.size() < DELETED_AT_ONCE_MAX && (id = acknowledged.poll()) != null) {
            ids.add(id);
        }
        return ids;
    }

    /// Returns rows that could not be deleted after all.
    void giveBack(Collection<Long> ids) {
        acknowledged.addAll(ids);
    }

    private Pending pending() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "messages are sent by a transaction, and there is none");
        }
        Pending pending = (Pending) TransactionSynchronizationManager.getResource(this);
        if (pending == null) {
            pending = new Pending();
            TransactionSynchronizationManager.bindResource(this, pending);
            TransactionSynchronizationManager.registerSynchronization(pending);
        }
        return pending;
    }

    /// The messages that one transaction is going to send.
    private final class Pending implements TransactionSynchronization {

        private final List<Envelope> messages = new ArrayList<>();
        private final CompletableFuture<Void> sent = new CompletableFuture<>();
        private List<Long> deleted = List.of();
        private long row;

        @Override
        public void beforeCommit(boolean readOnly) {
            if (!messages.isEmpty()) {
                deleted = takeAcknowledged();
                row = table.insert(messages, deleted);
            }
        }

        @Override
        public void afterCommit() {
            if (messages.isEmpty()) {
                sent.complete(null);
            } else {
                messages.stream().filter(Envelope::isDead).forEach(metrics::buried);
                var _ = sender.send(messages).thenAccept(result -> acknowledge(result));
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TransactionalOutbox.this);
            if (status != STATUS_COMMITTED) {
                giveBack(deleted);
            }
        }

        private void acknowledge(SendResult result) {
            @Nullable Throwable failure = result.failure();
            if (failure == null) {
                acknowledged.add(row);
                sent.complete(null);
            } else {
                LOG.warn(
                        "Outbox row {} was not acknowledged; the sweeper sends it again",
                        row,
                        failure);
                sent.completeExceptionally(failure);
            }
        }
    }
}

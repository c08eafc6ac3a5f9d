package io.paymentsengine.platform.messaging;

import io.paymentsengine.contracts.Message;
import io.paymentsengine.platform.batching.FailureClassifier;
import io.paymentsengine.platform.tenancy.TenantScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/// Handles batches of a topic: fence, read, decide, write, outbox; messages are sent after the
/// commit. Only a message that can't be read, or can never be handled, becomes a dead letter.
final class BatchTransaction<M extends Message> {

    private static final Logger LOG = LoggerFactory.getLogger(BatchTransaction.class);

    private final Inbound<M> inbound;
    private final MessageCodec codec;
    private final ConsumedOffsets offsets;
    private final TransactionalOutbox outbox;
    private final TransactionOperations transaction;
    private final MessagingMetrics metrics;
    private final MessageSpans spans;

    BatchTransaction(
            Inbound<M> inbound,
            MessageCodec codec,
            ConsumedOffsets offsets,
            TransactionalOutbox outbox,
            TransactionOperations transaction,
            MessagingMetrics metrics,
            MessageSpans spans) {
        this.inbound = inbound;
        this.codec = codec;
        this.offsets = offsets;
        this.outbox = outbox;
        this.transaction = transaction;
        this.metrics = metrics;
        this.spans = spans;
    }

    /// Handles all records in one transaction. If one of them can never be handled, splits the
    /// batch in halves, down to that record.
    ///
    /// @param positions where the partitions stand; updated to where these records bring them
    /// @throws Fenced if a partition is another consumer's by now
    void handle(List<ConsumerRecord<byte[], byte[]>> records, Positions positions) {
        try {
            await(inOneTransaction(records, positions));
        } catch (Fenced fenced) {
            throw fenced;
        } catch (RuntimeException fault) {
            if (!FailureClassifier.isOfAMember(fault)) {
                throw fault;
            }
            isolate(records, positions, fault);
        }
    }

    private void isolate(
            List<ConsumerRecord<byte[], byte[]>> records,
            Positions positions,
            RuntimeException fault) {
        if (records.size() == 1) {
            ConsumerRecord<byte[], byte[]> dead = records.getFirst();
            LOG.error(
                    "{}-{}@{} can't be handled and becomes a dead letter",
                    dead.topic(),
                    dead.partition(),
                    dead.offset(),
                    fault);
            await(bury(dead, positions, fault));
            return;
        }
        int middle = records.size() / 2;
        handle(records.subList(0, middle), positions);
        handle(records.subList(middle, records.size()), positions);
    }

    private CompletableFuture<Void> inOneTransaction(
            List<ConsumerRecord<byte[], byte[]>> records, Positions positions) {
        List<ConsumedOffsets.Move> moves = positions.movesOf(records);
        var timing = metrics.start();
        Instant began = Instant.now();
        List<Received<M>> messages = new ArrayList<>(records.size());
        CompletableFuture<Void> sent =
                TenantScope.worker()
                        .call(
                                () ->
                                        transaction.execute(
                                                _ -> {
                                                    offsets.move(moves);
                                                    messages.addAll(read(records));
                                                    inbound.handler().handle(messages);
                                                    return outbox.sentByThisTransaction();
                                                }));
        positions.moved(moves);
        metrics.handled(inbound.topic(), records.size(), timing);
        spans.handled(inbound.topic().name(), messages, began);
        return sent;
    }

    private List<Received<M>> read(List<ConsumerRecord<byte[], byte[]>> records) {
        List<Received<M>> readable = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> each : records) {
            try {
                readable.add(codec.decode(inbound.topic(), each));
            } catch (Unreadable unreadable) {
                outbox.add(codec.bury(each, unreadable.reason(), unreadable.detail()));
            }
        }
        return readable;
    }

    private CompletableFuture<Void> bury(
            ConsumerRecord<byte[], byte[]> dead, Positions positions, RuntimeException fault) {
        List<ConsumedOffsets.Move> moves = positions.movesOf(List.of(dead));
        CompletableFuture<Void> sent =
                transaction.execute(
                        _ -> {
                            offsets.move(moves);
                            outbox.add(codec.bury(dead, "handling-failed", fault.toString()));
                            return outbox.sentByThisTransaction();
                        });
        positions.moved(moves);
        return sent;
    }

    /// Waiting lets the next batch grow while the broker writes. Messages that the broker did not
    /// accept are on disk, and the sweeper sends them.
    private static void await(CompletableFuture<Void> sent) {
        try {
            sent.join();
        } catch (CompletionException unsent) {
            LOG.debug("Left to the sweeper", unsent);
        }
    }
}

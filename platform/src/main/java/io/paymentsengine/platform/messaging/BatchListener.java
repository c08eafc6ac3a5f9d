package io.paymentsengine.platform.messaging;

import static java.util.Objects.requireNonNull;

import io.paymentsengine.contracts.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.transaction.support.TransactionOperations;

/// Turns at-least-once delivery into effectively-once processing. Each batch is one
/// [transaction][BatchTransaction].
///
/// The database is the authority on what was handled. Kafka's own offsets only serve to monitor the lag.
/// Kafka's client commits them from time to time, at the position from which the consumer reads on, which may
/// be a batch ahead of what was handled; after a failure the consumer is set back at once. After any fault, the
/// positions are read from the database again and the consumer is set to them, because only the database knows
/// whether a commit that got no answer took place.
///
/// So the records of a poll begin at the position of their partition. Records from before it mean that the log
/// was rewritten: a broker that lost the end of its log writes new messages at offsets that were already
/// handled. Such records move the partition back.
final class BatchListener<M extends Message>
        implements BatchConsumerAwareMessageListener<byte[], byte[]>,
                ConsumerAwareRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(BatchListener.class);

    /// How long the second poll waits for an answer from the broker, which is already in flight.
    private static final Duration SECOND_POLL_TIMEOUT = Duration.ofMillis(2);

    private final Inbound<M> inbound;
    private final BatchTransaction<M> batch;
    private final ConsumedOffsets offsets;
    private final TransactionOperations transaction;
    private final MessagingMetrics metrics;

    /// What each consumer knows. It is kept apart, because what one consumer knows says nothing about another's
    /// fence.
    private final Map<Consumer<?, ?>, Reading> readings = new ConcurrentHashMap<>();

    BatchListener(
            Inbound<M> inbound,
            BatchTransaction<M> batch,
            ConsumedOffsets offsets,
            TransactionOperations transaction,
            MessagingMetrics metrics) {
        this.inbound = inbound;
        this.batch = batch;
        this.offsets = offsets;
        this.transaction = transaction;
        this.metrics = metrics;
    }

    /// What one consumer knows, in its own thread.
    private static final class Reading {

        final Positions positions = new Positions();

        /// How often partitions were assigned.
        int assignments;

        /// How often the current batch has failed; 0 after a batch that did not.
        int faults;

        /// The first record of the batch that failed. The container delivers such a batch once more from
        /// memory, which says nothing about the log, so the consumer reads all of it again.
        @Nullable ConsumerRecord<byte[], byte[]> old;
    }

    /// If the database is unavailable, everything is read from the beginning: the first record makes the
    /// listener query the positions again, until there is an answer. From the broker's offset on, some messages
    /// might be left out.
    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
        Reading reading = of(consumer);
        reading.assignments++;
        try {
            resume(consumer, assigned, reading);
        } catch (RuntimeException storeAway) {
            LOG.warn(
                    "Positions of {} can't be read yet; nothing is handled before",
                    assigned,
                    storeAway);
            consumer.seekToBeginning(assigned);
        }
    }

    @Override
    public void onPartitionsRevokedAfterCommit(
            Consumer<?, ?> consumer, Collection<TopicPartition> revoked) {
        of(consumer).positions.forget(revoked);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> lost) {
        of(consumer).positions.forget(lost);
    }

    @Override
    public void onMessage(
            List<ConsumerRecord<byte[], byte[]>> polled, @Nullable Consumer<?, ?> consumer) {
        onPoll(polled, requireNonNull(consumer));
    }

    private Reading of(Consumer<?, ?> consumer) {
        return readings.computeIfAbsent(consumer, _ -> new Reading());
    }

    private void onPoll(List<ConsumerRecord<byte[], byte[]>> first, Consumer<?, ?> consumer) {
        Reading reading = of(consumer);
        List<ConsumerRecord<byte[], byte[]>> polled = new ArrayList<>(first);
        try {
            if (first.getFirst().equals(reading.old)) {
                readAnew(polled, consumer, reading);
            } else {
                handle(polled, consumer, reading);
            }
        } catch (WakeupException stopping) {
            setBack(polled, consumer, reading);
            throw stopping;
        } catch (RuntimeException | Error fault) {
            setBack(polled, consumer, reading);
            tell(fault, Positions.partitionsOf(polled), reading);
            throw fault;
        }
    }

    /// A client requests more from the broker before it hands over what it has, so what a poll returns is as
    /// old as the batch before. A second poll returns what has arrived since then.
    private void handle(
            List<ConsumerRecord<byte[], byte[]>> polled, Consumer<?, ?> consumer, Reading reading) {
        int before = reading.assignments;
        consumer.poll(SECOND_POLL_TIMEOUT).forEach(each -> polled.add(bytesOf(each)));
        List<ConsumerRecord<byte[], byte[]>> ours = stillOurs(polled, consumer);
        List<TopicPartition> partitions = Positions.partitionsOf(ours);
        if (reading.assignments != before || !reading.positions.knowsAll(partitions)) {
            readAnew(polled, consumer, reading);
            return;
        }
        try {
            reading.positions.rewritten(ours).forEach(BatchListener::tell);
            if (!ours.isEmpty()) {
                batch.handle(ours, reading.positions);
            }
            reading.faults = 0;
        } catch (Fenced fenced) {
            LOG.info("{}; reading on from where it left them", fenced.getMessage());
            readAnew(polled, consumer, reading);
        }
    }

    @SuppressWarnings("unchecked") // every consumer of this class reads bytes
    private static ConsumerRecord<byte[], byte[]> bytesOf(ConsumerRecord<?, ?> polled) {
        return (ConsumerRecord<byte[], byte[]>) polled;
    }

    private void readAnew(
            List<ConsumerRecord<byte[], byte[]>> polled, Consumer<?, ?> consumer, Reading reading) {
        resume(consumer, setBack(polled, consumer, reading), reading);
        reading.old = null;
    }

    /// Marks what was polled as unread, here and for the broker.
    private static List<TopicPartition> setBack(
            List<ConsumerRecord<byte[], byte[]>> polled, Consumer<?, ?> consumer, Reading reading) {
        Map<TopicPartition, Long> beginnings = Positions.beginningsOf(stillOurs(polled, consumer));
        reading.old = polled.getFirst();
        reading.positions.forget(beginnings.keySet());
        beginnings.forEach(consumer::seek);
        return List.copyOf(beginnings.keySet());
    }

    private static void tell(ConsumedOffsets.Move back) {
        LOG.error(
                "{} was handled up to {} and begins again at {}: its log was rewritten, and what is"
                        + " there now is handled",
                back.partition(),
                back.from(),
                back.to());
    }

    /// A fault may last for hours: the log reports failures ever less often (the 1st, 2nd, 4th, 8th and so on),
    /// the metric counts each.
    private void tell(Throwable fault, List<TopicPartition> partitions, Reading reading) {
        metrics.failed(inbound.topic());
        reading.faults++;
        if (Integer.bitCount(reading.faults) == 1) {
            LOG.warn(
                    "A batch of {} failed {} times; it is retried until the fault has passed",
                    partitions,
                    reading.faults,
                    fault);
        }
    }

    /// Leaves out records of partitions that have gone to another consumer in the meantime.
    private static List<ConsumerRecord<byte[], byte[]>> stillOurs(
            List<ConsumerRecord<byte[], byte[]>> polled, Consumer<?, ?> consumer) {
        Set<TopicPartition> assigned = consumer.assignment();
        return polled.stream()
                .filter(
                        each ->
                                assigned.contains(
                                        new TopicPartition(each.topic(), each.partition())))
                .toList();
    }

    /// Sets the consumer to the positions of these partitions in the database.
    private void resume(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions, Reading reading) {
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> stored =
                transaction.execute(_ -> offsets.startOrResume(beginnings, consumer::endOffsets));
        stored.forEach(consumer::seek);
        reading.positions.know(stored);
    }
}

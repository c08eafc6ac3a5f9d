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

/// Makes at-least-once delivery effectively once. What one poll brought is one [transaction][BatchTransaction].
///
/// The truth about what was handled is the database's: Kafka's own offsets serve those who watch the
/// lag. Kafka's client tells them now and then, from where the consumer reads on, which may be a batch
/// ahead of what was handled; what failed is set back at once. After any fault the positions are read
/// again and the consumer is set to them, because only the database knows whether a commit that got no
/// answer took place.
///
/// So what a poll brings begins where its partition stands. Records from before it say that the log
/// was rewritten: a broker that lost its log's end writes new messages to offsets that were handled.
/// They move the partition back.
final class BatchListener<M extends Message>
        implements BatchConsumerAwareMessageListener<byte[], byte[]>,
                ConsumerAwareRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(BatchListener.class);

    /// How long a second look waits for the broker's answer, which is under way.
    private static final Duration GLANCE = Duration.ofMillis(2);

    private final Inbound<M> inbound;
    private final BatchTransaction<M> batch;
    private final ConsumedOffsets offsets;
    private final TransactionOperations transaction;
    private final MessagingMetrics metrics;

    /// How far each consumer has come, by itself: what one of them knows says nothing of another's fence.
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

    /// What one consumer, in its own thread, knows.
    private static final class Reading {

        final Positions positions = new Positions();

        /// How often partitions were given out.
        int assignments;

        /// How often the batch at hand has failed; 0 after one that did not.
        int faults;

        /// The first record of the batch that failed. The container hands such a batch over once more, and it
        /// says nothing of the log: the consumer reads all of it anew.
        @Nullable ConsumerRecord<byte[], byte[]> old;
    }

    /// Where the database can't be asked, everything is read: with the first record the question comes
    /// again, until there is an answer. From the broker's offset on, some of it might be left out.
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

    /// A client asks the broker for more before it hands over what it has, so what a poll brings is as old
    /// as the batch before. What has come since then, a second look brings.
    private void handle(
            List<ConsumerRecord<byte[], byte[]>> polled, Consumer<?, ?> consumer, Reading reading) {
        int before = reading.assignments;
        consumer.poll(GLANCE).forEach(each -> polled.add(bytesOf(each)));
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

    /// What was polled counts as unread, here and for the broker.
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

    /// It may take hours until it passes: the log has the first and then ever fewer, the metric each.
    private void tell(Throwable fault, List<TopicPartition> partitions, Reading reading) {
        metrics.failed(inbound.topic());
        reading.faults++;
        if (Integer.bitCount(reading.faults) == 1) {
            LOG.warn(
                    "A batch of {} failed {} times; it comes again until the fault has passed",
                    partitions,
                    reading.faults,
                    fault);
        }
    }

    /// Records of partitions that have gone to another consumer meanwhile are that one's.
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

    /// Sets the consumer to where the database says these partitions are.
    private void resume(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions, Reading reading) {
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> stored =
                transaction.execute(_ -> offsets.startOrResume(beginnings, consumer::endOffsets));
        stored.forEach(consumer::seek);
        reading.positions.know(stored);
    }
}

package io.paymentsengine.platform.messaging;

import static java.util.Objects.requireNonNull;

import io.paymentsengine.contracts.Message;
import io.paymentsengine.platform.batching.Faults;
import io.paymentsengine.platform.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.transaction.support.TransactionOperations;

/// Makes at-least-once delivery effectively once. What one poll brought is one transaction: fence,
/// read, decide, write, outbox; after the commit it is sent.
///
/// The truth about what was handled is the database's: Kafka's own offsets serve those who watch the
/// lag. Kafka's client tells them now and then, from where the consumer reads on; so what was not
/// handled is set back at once. After any fault the positions are read again and the consumer is set
/// to them, because only the database knows whether a commit that got no answer took place.
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
    private final MessageCodec codec;
    private final ConsumedOffsets offsets;
    private final TransactionalOutbox outbox;
    private final TransactionOperations transaction;
    private final MessagingMetrics metrics;
    private final MessageSpans spans;
    private final Positions positions = new Positions();

    /// How often partitions were given out.
    private final AtomicInteger assignments = new AtomicInteger();

    /// How often the batch at hand has failed; 0 after one that did not.
    private final AtomicInteger faults = new AtomicInteger();

    /// The first record of the batch that failed at a consumer. The container hands such a batch over once
    /// more, and it says nothing of the log: the consumer reads all of it anew.
    private final Map<Consumer<?, ?>, ConsumerRecord<byte[], byte[]>> old =
            new ConcurrentHashMap<>();

    BatchListener(
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

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
        assignments.incrementAndGet();
        try {
            resume(consumer, assigned);
        } catch (RuntimeException storeAway) {
            LOG.warn(
                    "Positions of {} can't be read yet; nothing is handled before",
                    assigned,
                    storeAway);
        }
    }

    @Override
    public void onPartitionsRevokedAfterCommit(
            Consumer<?, ?> consumer, Collection<TopicPartition> revoked) {
        positions.forget(revoked);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> lost) {
        positions.forget(lost);
    }

    @Override
    public void onMessage(
            List<ConsumerRecord<byte[], byte[]>> polled, @Nullable Consumer<?, ?> consumer) {
        onPoll(polled, requireNonNull(consumer));
    }

    /// A client asks the broker for more before it hands over what it has, so what a poll brings is as old
    /// as the batch before. What has come since then, a second look brings.
    private void onPoll(List<ConsumerRecord<byte[], byte[]>> first, Consumer<?, ?> consumer) {
        if (first.getFirst().equals(old.get(consumer))) {
            readAnew(first, consumer);
            return;
        }
        int before = assignments.get();
        List<ConsumerRecord<byte[], byte[]>> polled = new ArrayList<>(first);
        consumer.poll(GLANCE).forEach(each -> polled.add(bytesOf(each)));
        List<ConsumerRecord<byte[], byte[]>> ours = stillOurs(polled, consumer);
        List<TopicPartition> partitions = Positions.partitionsOf(ours);
        if (assignments.get() != before || !positions.knowsAll(partitions)) {
            readAnew(polled, consumer);
            return;
        }
        try {
            positions.rewritten(ours).forEach(BatchListener::tell);
            if (!ours.isEmpty()) {
                handle(ours);
            }
        } catch (Fenced fenced) {
            LOG.info("{}; reading on from where it left them", fenced.getMessage());
            readAnew(polled, consumer);
        } catch (RuntimeException | Error fault) {
            setBack(polled, consumer);
            tell(fault, partitions);
            throw fault;
        }
        faults.set(0);
    }

    @SuppressWarnings("unchecked") // every consumer of this class reads bytes
    private static ConsumerRecord<byte[], byte[]> bytesOf(ConsumerRecord<?, ?> polled) {
        return (ConsumerRecord<byte[], byte[]>) polled;
    }

    private void readAnew(List<ConsumerRecord<byte[], byte[]>> polled, Consumer<?, ?> consumer) {
        resume(consumer, setBack(polled, consumer));
        old.remove(consumer);
    }

    /// What was polled counts as unread, here and for the broker.
    private List<TopicPartition> setBack(
            List<ConsumerRecord<byte[], byte[]>> polled, Consumer<?, ?> consumer) {
        Map<TopicPartition, Long> beginnings = Positions.beginningsOf(stillOurs(polled, consumer));
        old.put(consumer, polled.getFirst());
        positions.forget(beginnings.keySet());
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
    private void tell(Throwable fault, List<TopicPartition> partitions) {
        metrics.failed(inbound.topic());
        int times = faults.incrementAndGet();
        if (Integer.bitCount(times) == 1) {
            LOG.warn(
                    "A batch of {} failed {} times; it comes again until the fault has passed",
                    partitions,
                    times,
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
    private void resume(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> stored =
                transaction.execute(_ -> offsets.startOrResume(beginnings, ends));
        stored.forEach(consumer::seek);
        positions.know(stored);
    }

    /// One transaction for all; only where one of them can never pass, halves, down to that one.
    private void handle(List<ConsumerRecord<byte[], byte[]>> records) {
        try {
            await(inOneTransaction(records));
        } catch (Fenced fenced) {
            throw fenced;
        } catch (RuntimeException fault) {
            if (!Faults.isOfAMember(fault)) {
                throw fault;
            }
            isolate(records, fault);
        }
    }

    private void isolate(List<ConsumerRecord<byte[], byte[]>> records, RuntimeException fault) {
        if (records.size() == 1) {
            ConsumerRecord<byte[], byte[]> dead = records.getFirst();
            LOG.error(
                    "{}-{}@{} can't be handled and becomes a dead letter",
                    dead.topic(),
                    dead.partition(),
                    dead.offset(),
                    fault);
            await(bury(dead, fault));
            return;
        }
        int middle = records.size() / 2;
        handle(records.subList(0, middle));
        handle(records.subList(middle, records.size()));
    }

    private CompletableFuture<Void> inOneTransaction(List<ConsumerRecord<byte[], byte[]>> records) {
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
            ConsumerRecord<byte[], byte[]> dead, RuntimeException fault) {
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

    /// Waiting lets the next batch grow while the broker writes. What it did not take, the sweeper
    /// sends: it is on disk.
    private static void await(CompletableFuture<Void> sent) {
        try {
            sent.join();
        } catch (CompletionException unsent) {
            LOG.debug("Left to the sweeper", unsent);
        }
    }
}

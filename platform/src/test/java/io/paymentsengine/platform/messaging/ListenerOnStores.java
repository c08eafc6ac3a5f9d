package io.paymentsengine.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import io.paymentsengine.contracts.AccountCommand;
import io.paymentsengine.contracts.AccountCommand.ReserveFunds;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.localstack.testing.WithStores;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs the listener on a real database, with polls that the test supplies.
@SpringBootTest(classes = DeedsService.class)
@WithStores(database = "messaging_parts")
abstract class ListenerOnStores {

    private static final AtomicInteger PARTITIONS = new AtomicInteger(1_000);

    @Autowired Inbound<AccountCommand> inbound;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired MessageCodec codec;
    @Autowired TransactionalOutbox outbox;
    @Autowired MessagingMetrics metrics;
    @Autowired MeterRegistry meters;

    final TopicPartition one = partition();
    final TopicPartition other = partition();
    final List<ReserveFunds> commands =
            Stream.generate(() -> Wire.reserve("EUR")).limit(4).toList();
    final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

    @BeforeEach
    void assign() {
        assign(consumer);
    }

    void assign(MockConsumer<byte[], byte[]> consumer) {
        consumer.assign(List.of(one, other));
        consumer.updateBeginningOffsets(Map.of(one, 0L, other, 0L));
        consumer.updateEndOffsets(Map.of(one, 100L, other, 100L));
    }

    BatchListener<AccountCommand> listener(BatchHandler<AccountCommand> handler) {
        return listener(handler, () -> {});
    }

    BatchListener<AccountCommand> listener(
            BatchHandler<AccountCommand> handler, Runnable committed) {
        BatchListener<AccountCommand> listener =
                unassigned(handler, new Committing(transaction, committed));
        listener.onPartitionsAssigned(consumer, List.of(one, other));
        return listener;
    }

    /// A listener that has no partitions assigned yet.
    BatchListener<AccountCommand> unassigned(
            BatchHandler<AccountCommand> handler, TransactionOperations transactions) {
        Inbound<AccountCommand> inbound = new Inbound<>(Topics.ACCOUNT_COMMANDS, handler);
        ConsumedOffsets offsets = new ConsumedOffsets(jdbc);
        return new BatchListener<>(
                inbound,
                new BatchTransaction<>(
                        inbound, codec, offsets, outbox, transactions, metrics, Wire.noSpans()),
                offsets,
                transactions,
                metrics);
    }

    void poll(
            BatchListener<AccountCommand> listener, List<ConsumerRecord<byte[], byte[]>> records) {
        poll(listener, consumer, records);
    }

    static void poll(
            BatchListener<AccountCommand> listener,
            MockConsumer<byte[], byte[]> consumer,
            List<ConsumerRecord<byte[], byte[]>> records) {
        for (ConsumerRecord<byte[], byte[]> each : records) {
            TopicPartition at = new TopicPartition(each.topic(), each.partition());
            if (consumer.assignment().contains(at)) {
                consumer.seek(at, each.offset() + 1);
            }
        }
        listener.onMessage(records, consumer);
    }

    static List<ConsumerRecord<byte[], byte[]>> records(
            TopicPartition at, int from, List<ReserveFunds> commands) {
        return IntStream.range(0, commands.size())
                .mapToObj(each -> Wire.consumed(at, from + each, commands.get(each)))
                .toList();
    }

    long deeds() {
        return DeedsService.deeds(jdbc, commands);
    }

    long stored(TopicPartition partition) {
        return jdbc.sql("SELECT next_offset FROM consumed WHERE topic = ? AND partition = ?")
                .params(partition.topic(), partition.partition())
                .query(Long.class)
                .single();
    }

    double deadLetters(String reason) {
        return counted(meters.find("payments.deadletters").tag("reason", reason));
    }

    static double counted(Search found) {
        return found.counters().stream().mapToDouble(counter -> counter.count()).sum();
    }

    private static TopicPartition partition() {
        return new TopicPartition(Topics.ACCOUNT_COMMANDS.name(), PARTITIONS.getAndIncrement());
    }
}

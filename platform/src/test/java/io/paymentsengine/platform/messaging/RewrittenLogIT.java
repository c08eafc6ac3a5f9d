package io.paymentsengine.platform.messaging;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.contracts.AccountCommand;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.localstack.testing.Stores;
import io.paymentsengine.localstack.testing.WithStores;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A log that is replaced while its reader continues: the client reads on from where the new log
/// differs, and no assignment announces the change. Without a consumer group there is no assignment.
@SpringBootTest(classes = DeedsService.class)
@WithStores(database = "rewritten", isolated = true)
class RewrittenLogIT {

    private static final String TOPIC = Topics.ACCOUNT_COMMANDS.name();
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired InboundContainers containers;
    @Autowired Inbound<AccountCommand> inbound;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired MessageCodec codec;
    @Autowired TransactionalOutbox outbox;
    @Autowired MessagingMetrics metrics;
    @Autowired Stores stores;

    @BeforeEach
    void read_here_alone() {
        containers.stop();
    }

    /// The second log has fewer messages than the first: none of its offsets is past what was handled.
    @Test
    void messages_of_a_log_that_was_rewritten_under_its_reader_are_handled() throws Exception {
        ConsumedOffsets offsets = new ConsumedOffsets(jdbc);
        BatchListener<AccountCommand> listener =
                new BatchListener<>(
                        inbound,
                        new BatchTransaction<>(
                                inbound,
                                codec,
                                offsets,
                                outbox,
                                transaction,
                                metrics,
                                Wire.noSpans()),
                        offsets,
                        transaction,
                        metrics);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stores.bootstrapServers()));
                KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            makeAnew(admin);
            consumer.assign(List.of(PARTITION));
            listener.onPartitionsAssigned(consumer, List.of(PARTITION));
            send(30);
            await().pollInSameThread()
                    .atMost(PATIENCE)
                    .until(() -> deeds(listener, consumer) == 30);

            makeAnew(admin);
            send(10);

            await().pollInSameThread()
                    .atMost(PATIENCE)
                    .until(() -> deeds(listener, consumer) == 40);
        }
        assertThat(jdbc.sql("SELECT sum(next_offset) FROM consumed").query(Long.class).single())
                .isEqualTo(10);
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        stores.bootstrapServers(),
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /// Returns once the broker announces the new topic: a producer that still learns of the old one
    /// writes to it for two minutes.
    private static void makeAnew(Admin admin) throws Exception {
        admin.deleteTopics(List.of(TOPIC)).all().get();
        Uuid made =
                admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).topicId(TOPIC).get();
        await().ignoreExceptions().atMost(PATIENCE).until(() -> idOfTopic(admin), made::equals);
    }

    private static Uuid idOfTopic(Admin admin) throws Exception {
        return requireNonNull(admin.describeTopics(List.of(TOPIC)).topicNameValues().get(TOPIC))
                .get()
                .topicId();
    }

    /// Uses a new producer: one that knew the previous topic would wait for what it wrote to that
    /// topic.
    private void send(int count) {
        try (Wire wire = new Wire(stores.bootstrapServers(), Topics.SAGA_REPLIES.name())) {
            Stream.generate(() -> Wire.reserve("EUR")).limit(count).forEach(wire::send);
            wire.flush();
        }
    }

    private long deeds(
            BatchListener<AccountCommand> listener, KafkaConsumer<byte[], byte[]> consumer) {
        List<ConsumerRecord<byte[], byte[]>> polled =
                consumer.poll(Duration.ofMillis(100)).records(PARTITION);
        if (!polled.isEmpty()) {
            listener.onMessage(polled, consumer);
        }
        return jdbc.sql("SELECT count(*) FROM deed").query(Long.class).single();
    }
}

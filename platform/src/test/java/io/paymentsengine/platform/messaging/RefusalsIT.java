package io.paymentsengine.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.paymentsengine.contracts.AccountCommand.ReserveFunds;
import io.paymentsengine.contracts.Headers;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.localstack.testing.Stores;
import io.paymentsengine.localstack.testing.WithStores;
import io.paymentsengine.platform.ids.Ids;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Messages that a real broker refuses are never lost, and keep no others from being sent.
@SpringBootTest(classes = DeedsService.class)
@WithStores(database = "refusals", isolated = true)
class RefusalsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOPIC = Topics.SAGA_REPLIES.name();
    private static final int TOO_LARGE = 2 * TopicPlan.MESSAGE_BYTES_MAX;

    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired OutboxTable table;
    @Autowired MeterRegistry meters;
    @Autowired Stores stores;

    private final Wire wire;

    RefusalsIT(@Autowired Stores stores) {
        this.wire =
                new Wire(stores.bootstrapServers(), TOPIC, Topics.ACCOUNT_COMMANDS.deadLetters());
    }

    @AfterEach
    void hang_up() {
        wire.close();
        jdbc.sql("DELETE FROM outbox").update();
    }

    @Test
    void companions_of_a_refused_message_are_sent_and_it_stays_alone() {
        Envelope first = message(1);
        Envelope refused = message(TOO_LARGE);
        Envelope last = message(1);

        leave(List.of(first, refused, last));

        awaitArrival(first, last);
        await().atMost(PATIENCE).until(() -> rowsWith(first) == 0 && rowsWith(last) == 0);
        assertThat(rowsWith(refused)).isEqualTo(1);
        assertThat(meters.get("payments.outbox.refusals").tag("topic", TOPIC).counter().count())
                .isPositive();
    }

    @Test
    void rows_that_are_refused_keep_no_other_row_from_being_sent() {
        Envelope good = message(1);

        IntStream.range(0, 25).forEach(_ -> leave(List.of(message(TOO_LARGE))));
        leave(List.of(good));

        awaitArrival(good);
    }

    @Test
    void a_topic_that_is_not_there_keeps_no_other_row_from_being_sent() {
        Envelope nowhere = new Envelope("nowhere.v1", "key", Map.of(), "value", false);
        Envelope companion = message(1);
        Envelope good = message(1);

        leave(List.of(nowhere, companion));
        leave(List.of(good));

        awaitArrival(good, companion);
    }

    @Test
    void what_was_refused_is_sent_when_the_broker_takes_it() throws Exception {
        double before = refusals();
        Envelope refused = message(5_000);
        limitMessages("1000");
        leave(List.of(refused));
        await().atMost(PATIENCE).until(() -> refusals() > before);

        limitMessages(Integer.toString(TopicPlan.MESSAGE_BYTES_MAX));

        awaitArrival(refused);
        await().atMost(PATIENCE).until(() -> rowsWith(refused) == 0);
    }

    @Test
    void a_dead_letter_that_would_be_too_large_says_where_it_was_read() {
        byte[] large = new byte[3 * TopicPlan.MESSAGE_BYTES_MAX];
        ReserveFunds good = Wire.reserve("EUR");

        sendCompressed(large, Wire.headers(good));
        wire.send(good);

        await().atMost(PATIENCE).until(() -> said(good.paymentId().toString()));
        await().atMost(PATIENCE).until(() -> !deadLetters().isEmpty());
        assertThat(deadLetters().getFirst().value()).isNull();
        assertThat(Wire.headersOf(deadLetters().getFirst()))
                .containsEntry(Headers.DEAD_REASON, "malformed-value")
                .containsEntry(Headers.DEAD_TOPIC, Topics.ACCOUNT_COMMANDS.name())
                .containsKeys(Headers.DEAD_PARTITION, Headers.DEAD_OFFSET)
                .hasEntrySatisfying(
                        Headers.DEAD_LEFT_OUT,
                        bytes -> assertThat(Integer.parseInt(bytes)).isGreaterThan(large.length));
    }

    @Test
    void topics_are_as_they_were_planned() throws Exception {
        ConfigResource topic = resource(Topics.ACCOUNT_COMMANDS.name());
        try (Admin admin = admin()) {
            Config config = admin.describeConfigs(List.of(topic)).all().get().get(topic);
            assertThat(requireNonNull(config).entries())
                    .extracting(ConfigEntry::name, ConfigEntry::value)
                    .contains(
                            tuple("min.insync.replicas", "1"),
                            tuple("max.message.bytes", "1048576"),
                            tuple("retention.ms", "604800000"));
        }
    }

    /// A message that can be told from others by its key.
    private static Envelope message(int size) {
        return new Envelope(TOPIC, Ids.next().toString(), Map.of(), "x".repeat(size), false);
    }

    /// Stores messages like a process that ends before it sends them.
    private void leave(List<Envelope> messages) {
        transaction.executeWithoutResult(_ -> table.insert(messages, List.of()));
    }

    private void awaitArrival(Envelope... messages) {
        for (Envelope each : messages) {
            await().atMost(PATIENCE).until(() -> arrived(String.valueOf(each.key())));
        }
    }

    private boolean arrived(String key) {
        return wire.received().stream()
                .anyMatch(each -> each.key() != null && new String(each.key(), UTF_8).equals(key));
    }

    private boolean said(String text) {
        return wire.received().stream()
                .filter(each -> each.topic().equals(TOPIC))
                .anyMatch(each -> Wire.text(each).contains(text));
    }

    private List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        return wire.received().stream()
                .filter(each -> each.topic().equals(Topics.ACCOUNT_COMMANDS.deadLetters()))
                .toList();
    }

    private int rowsWith(Envelope message) {
        return jdbc.sql("SELECT count(*) FROM outbox WHERE messages LIKE '%' || :key || '%'")
                .param("key", String.valueOf(message.key()))
                .query(Integer.class)
                .single();
    }

    private double refusals() {
        return meters.find("payments.outbox.refusals").counters().stream()
                .mapToDouble(each -> each.count())
                .sum();
    }

    private void limitMessages(String bytes) throws Exception {
        Collection<AlterConfigOp> change =
                List.of(
                        new AlterConfigOp(
                                new ConfigEntry("max.message.bytes", bytes),
                                AlterConfigOp.OpType.SET));
        try (Admin admin = admin()) {
            admin.incrementalAlterConfigs(Map.of(resource(TOPIC), change)).all().get();
        }
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", stores.bootstrapServers()));
    }

    private void sendCompressed(byte[] value, Map<String, String> headers) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        stores.bootstrapServers(),
                        "compression.type",
                        "gzip",
                        "max.request.size",
                        2 * value.length);
        try (var producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            var out = new ProducerRecord<byte[], byte[]>(Topics.ACCOUNT_COMMANDS.name(), value);
            headers.forEach((name, text) -> out.headers().add(name, text.getBytes(UTF_8)));
            var _ = producer.send(out);
        }
    }
}

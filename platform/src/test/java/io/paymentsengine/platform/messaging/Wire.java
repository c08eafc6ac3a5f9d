package io.paymentsengine.platform.messaging;

import io.paymentsengine.contracts.AccountCommand.ReserveFunds;
import io.paymentsengine.contracts.Headers;
import io.paymentsengine.contracts.MessageType;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.platform.ids.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/// The other end of the wire, with a plain producer and consumer: shares no code with the platform.
final class Wire implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> seen = new ArrayList<>();

    Wire(String bootstrapServers, String... topics) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("group.id", "wire-" + Ids.next());
        settings.put("auto.offset.reset", "earliest");
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        this.consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(topics));
    }

    /// A command to reserve one cent, or one unit, of this currency.
    static ReserveFunds reserve(String currency) {
        return new ReserveFunds(
                new PaymentId(Ids.next()), new AccountId(Ids.next()), Money.of(1, currency));
    }

    void send(ReserveFunds command) {
        send(command.key(), json(command), headers(command));
    }

    void send(String key, byte @Nullable [] value, Map<String, String> headers) {
        ProducerRecord<byte[], byte[]> out = recordOf(bytes(key), value);
        headers.forEach((name, text) -> out.headers().add(name, bytes(text)));
        var _ = producer.send(out);
    }

    void flush() {
        producer.flush();
    }

    static Map<String, String> headers(ReserveFunds command) {
        Map<String, String> headers = new HashMap<>();
        headers.put(Headers.TYPE, MessageType.of(command).wireName());
        headers.put(Headers.TENANT, "STD-001");
        return headers;
    }

    static byte[] json(ReserveFunds command) {
        return bytes(
                """
                {"paymentId":"%s","debtor":"%s","amount":{"minorUnits":%d,"currency":"%s"},"new":1}
                """
                        .formatted(
                                command.paymentId(),
                                command.debtor(),
                                command.amount().minorUnits(),
                                command.amount().currency()));
    }

    /// All that has come so far on the topics, oldest first for each partition.
    List<ConsumerRecord<byte[], byte[]>> received() {
        consumer.poll(POLL).forEach(seen::add);
        return List.copyOf(seen);
    }

    static String text(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    static Map<String, String> headersOf(ConsumerRecord<byte[], byte[]> record) {
        return java.util.Arrays.stream(record.headers().toArray())
                .collect(
                        Collectors.toMap(
                                Header::key,
                                header -> new String(header.value(), StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }

    @SuppressWarnings("NullAway") // Kafka takes a null value, its types don't say so
    private static ProducerRecord<byte[], byte[]> recordOf(byte[] key, byte @Nullable [] value) {
        return new ProducerRecord<>(Topics.ACCOUNT_COMMANDS.name(), key, value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package io.paymentsengine.localstack.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/// A plain Kafka producer and consumer for tests, which share no code with the services. The test
/// module provides the Kafka client library.
public final class KafkaWire implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> received = new ArrayList<>();

    private KafkaWire(String bootstrapServers) {
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        this.consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "group.id",
                                "wire-" + UUID.randomUUID(),
                                "enable.auto.commit",
                                "false",
                                "auto.offset.reset",
                                "earliest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
    }

    /// Receives everything that these topics have now and get later. They need not exist yet.
    public static KafkaWire fromTheBeginning(String bootstrapServers, String... topics) {
        KafkaWire wire = new KafkaWire(bootstrapServers);
        wire.consumer.subscribe(List.of(topics));
        return wire;
    }

    /// Receives what these topics get from now on, and nothing that earlier tests have left there.
    public static KafkaWire fromNowOn(String bootstrapServers, String... topics) {
        KafkaWire wire = new KafkaWire(bootstrapServers);
        List<TopicPartition> partitions =
                Stream.of(topics)
                        .flatMap(topic -> wire.consumer.partitionsFor(topic).stream())
                        .map(each -> new TopicPartition(each.topic(), each.partition()))
                        .toList();
        wire.consumer.assign(partitions);
        wire.consumer.seekToEnd(partitions);
        partitions.forEach(wire.consumer::position);
        return wire;
    }

    /// Sends a message; [#flush] waits until all are sent.
    @SuppressWarnings("NullAway") // Kafka accepts null keys and values, but its types don't say so
    public void send(
            String topic,
            @Nullable String key,
            byte @Nullable [] value,
            Map<String, String> headers) {
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(topic, key == null ? null : bytes(key), value);
        headers.forEach((name, text) -> message.headers().add(name, bytes(text)));
        var _ = producer.send(message);
    }

    /// Waits until the broker has acknowledged everything that was sent.
    public void flush() {
        producer.flush();
    }

    /// The messages received since the last call. Waits 50 ms for them at most.
    public List<ConsumerRecord<byte[], byte[]>> hear() {
        List<ConsumerRecord<byte[], byte[]>> heard = new ArrayList<>();
        consumer.poll(POLL).forEach(heard::add);
        received.addAll(heard);
        return heard;
    }

    /// All messages received so far, oldest first within each partition.
    public List<ConsumerRecord<byte[], byte[]>> received() {
        var _ = hear();
        return List.copyOf(received);
    }

    /// A message's value as text.
    public static String text(ConsumerRecord<byte[], byte[]> message) {
        return text(message.value());
    }

    /// A message's headers as texts.
    public static Map<String, String> headers(ConsumerRecord<byte[], byte[]> message) {
        return Arrays.stream(message.headers().toArray())
                .collect(Collectors.toMap(Header::key, header -> text(header.value())));
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }

    /// The encoding of text on the wire.
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

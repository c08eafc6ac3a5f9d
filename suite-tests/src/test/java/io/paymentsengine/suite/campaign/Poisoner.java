package io.paymentsengine.suite.campaign;

import io.paymentsengine.contracts.Headers;
import io.paymentsengine.contracts.Topic;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.localstack.process.Server;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/// Sends every kind of [Poison] to every topic, and knows afterwards which of it is in no dead letter.
final class Poisoner {

    private static final Duration POLL = Duration.ofMillis(500);

    /// Without a single one.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Server kafka;
    private final List<Poison> toBeBuried = new ArrayList<>();

    Poisoner(Server kafka) {
        this.kafka = kafka;
    }

    /// Spreads it among what is on its way.
    ///
    /// @param tenant who is registered
    /// @param strangersPayment a payment of another tenant
    void poison(String tenant, String strangersPayment) {
        try (KafkaProducer<byte[], byte[]> producer = Wire.producer(kafka)) {
            for (Topic<?> topic : Topics.all()) {
                for (Poison.Kind kind : Poison.Kind.values()) {
                    if (kind.isWrongOn(topic)) {
                        send(
                                kind,
                                topic,
                                Poison.of(kind, topic, tenant, strangersPayment),
                                producer);
                    }
                }
            }
        }
    }

    private void send(
            Poison.Kind kind,
            Topic<?> topic,
            Poison poison,
            KafkaProducer<byte[], byte[]> producer) {
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(
                        poison.topic(), bytes(UUID.randomUUID().toString()), bytes(poison.value()));
        poison.headers().forEach((name, text) -> message.headers().add(name, bytes(text)));
        var _ = producer.send(message);
        if (kind.isBuriedOn(topic)) {
            toBeBuried.add(poison);
        }
    }

    /// What should be a dead letter and isn't.
    List<Poison> unburied() {
        if (toBeBuried.isEmpty()) {
            return List.of();
        }
        Set<String> buried = buried();
        return toBeBuried.stream()
                .filter(poison -> !buried.contains(poison.topic() + poison.id()))
                .toList();
    }

    /// Where each dead letter was read, and its id.
    private Set<String> buried() {
        List<TopicPartition> graves =
                Topics.all().stream()
                        .map(topic -> new TopicPartition(topic.deadLetters(), 0))
                        .toList();
        Set<String> found = new HashSet<>();
        try (KafkaConsumer<byte[], byte[]> consumer = Wire.consumer(kafka, Map.of())) {
            consumer.assign(graves);
            consumer.seekToBeginning(graves);
            Map<TopicPartition, Long> ends = consumer.endOffsets(graves);
            long progress = System.nanoTime();
            for (long left = left(consumer, ends); left > 0; ) {
                consumer.poll(POLL).forEach(letter -> found.add(placeAndId(letter)));
                long before = left;
                left = left(consumer, ends);
                if (left < before) {
                    progress = System.nanoTime();
                } else if (System.nanoTime() - progress > PATIENCE.toNanos()) {
                    throw new IllegalStateException("the broker gives no dead letters out");
                }
            }
        }
        return found;
    }

    private static long left(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                .sum();
    }

    private static String placeAndId(ConsumerRecord<byte[], byte[]> letter) {
        return header(letter, Headers.DEAD_TOPIC) + header(letter, Headers.ID);
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

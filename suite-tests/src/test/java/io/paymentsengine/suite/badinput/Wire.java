package io.paymentsengine.suite.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.paymentsengine.contracts.Headers;
import io.paymentsengine.contracts.Topic;
import io.paymentsengine.contracts.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/// Sends messages that no service would send, and looks for the resulting dead letters.
final class Wire implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /// The dead letters since this was created, by key.
    private final Map<String, ConsumerRecord<byte[], byte[]>> dead = new HashMap<>();

    Wire(String broker) {
        producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                broker,
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                                4 << 20),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        consumer =
                new KafkaConsumer<>(
                        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> boxes =
                Topics.all().stream()
                        .map(topic -> new TopicPartition(topic.deadLetters(), 0))
                        .toList();
        consumer.assign(boxes);
        consumer.seekToEnd(boxes);
        boxes.forEach(consumer::position);
    }

    /// Returns when the broker has acknowledged the message.
    @SuppressWarnings("NullAway") // Kafka accepts null values, although its types don't say so
    void send(Topic<?> topic, BadMessage message) {
        ProducerRecord<byte[], byte[]> out =
                new ProducerRecord<>(topic.name(), message.key().getBytes(UTF_8), message.bytes());
        message.headers().forEach((name, text) -> out.headers().add(name, text.getBytes(UTF_8)));
        try {
            producer.send(out).get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /// Waits for the dead letter with this key, which may be a payment's id.
    Dead dead(String keyOrPayment) {
        Awaitility.await("the dead letter of " + keyOrPayment)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(GLANCE)
                .until(() -> hasDied(keyOrPayment));
        return new Dead(requireNonNull(dead.get(keyOrPayment)));
    }

    private boolean hasDied(String key) {
        if (dead.containsKey(key)) {
            return true;
        }
        consumer.poll(GLANCE)
                .forEach(
                        each -> {
                            if (each.key() != null) {
                                dead.put(new String(each.key(), UTF_8), each);
                            }
                        });
        return dead.containsKey(key);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }

    /// A dead letter.
    record Dead(ConsumerRecord<byte[], byte[]> letter) {

        /// The dead-letter topic and the reason: `account.commands.v1.dlt no-type`.
        String fate() {
            return letter.topic() + " " + header(Headers.DEAD_REASON);
        }

        String header(String name) {
            Header header = letter.headers().lastHeader(name);
            return header == null ? "" : new String(header.value(), UTF_8);
        }
    }
}

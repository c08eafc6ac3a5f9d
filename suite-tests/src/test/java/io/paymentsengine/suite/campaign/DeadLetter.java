package io.paymentsengine.suite.campaign;

import io.paymentsengine.contracts.Headers;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.localstack.process.Server;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/// A message that a service has set aside.
///
/// @param topic the topic from which it was read
/// @param id its CloudEvents id
/// @param reason a keyword
/// @param detail a sentence
record DeadLetter(
        String topic, String id, String reason, String detail, String tenant, String key) {

    private static final Duration POLL = Duration.ofMillis(500);

    /// How long to wait for the next dead letter.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// All dead letters on the broker.
    static List<DeadLetter> all(Server kafka) {
        List<TopicPartition> graves =
                Topics.all().stream()
                        .map(topic -> new TopicPartition(topic.deadLetters(), 0))
                        .toList();
        List<DeadLetter> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = Wire.consumer(kafka, Map.of())) {
            consumer.assign(graves);
            consumer.seekToBeginning(graves);
            Map<TopicPartition, Long> ends = consumer.endOffsets(graves);
            long progress = System.nanoTime();
            for (long left = left(consumer, ends); left > 0; ) {
                consumer.poll(POLL).forEach(letter -> found.add(of(letter)));
                long before = left;
                left = left(consumer, ends);
                if (left < before) {
                    progress = System.nanoTime();
                } else if (System.nanoTime() - progress > PATIENCE.toNanos()) {
                    throw new IllegalStateException("the broker returns no dead letters");
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

    private static DeadLetter of(ConsumerRecord<byte[], byte[]> letter) {
        return new DeadLetter(
                header(letter, Headers.DEAD_TOPIC),
                header(letter, Headers.ID),
                header(letter, Headers.DEAD_REASON),
                header(letter, Headers.DEAD_DETAIL),
                header(letter, Headers.TENANT),
                letter.key() == null ? "" : text(letter.key()));
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : text(header.value());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

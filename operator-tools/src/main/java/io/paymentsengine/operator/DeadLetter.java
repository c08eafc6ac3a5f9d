package io.paymentsengine.operator;

import io.paymentsengine.contracts.Headers;
import io.paymentsengine.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// A dead letter, as it is stored in the topic of dead letters.
record DeadLetter(ConsumerRecord<byte[], byte[]> letter) {

    /// Header of a replayed message with the offset of its dead letter, so that it is recognised if
    /// it becomes a dead letter again.
    static final String REPLAY_OF = "x-replay-of";

    private static final Set<String> OURS =
            Set.of(
                    Headers.DEAD_REASON,
                    Headers.DEAD_DETAIL,
                    Headers.DEAD_TOPIC,
                    Headers.DEAD_PARTITION,
                    Headers.DEAD_OFFSET,
                    Headers.DEAD_LEFT_OUT,
                    REPLAY_OF);

    /// Whether a record is a dead letter: notes about replays are on the same topic.
    static boolean isOne(ConsumerRecord<byte[], byte[]> record) {
        return record.headers().lastHeader(Headers.DEAD_REASON) != null;
    }

    long offset() {
        return letter.offset();
    }

    Instant at() {
        return Instant.ofEpochMilli(letter.timestamp());
    }

    String reason() {
        return header(Headers.DEAD_REASON);
    }

    String detail() {
        return header(Headers.DEAD_DETAIL);
    }

    /// Where the message was read, such as `account.commands.v1-2@1234`: topic, partition and
    /// offset.
    String origin() {
        return "%s-%s@%s"
                .formatted(
                        header(Headers.DEAD_TOPIC),
                        header(Headers.DEAD_PARTITION),
                        header(Headers.DEAD_OFFSET));
    }

    TopicPartition partition() {
        return new TopicPartition(
                header(Headers.DEAD_TOPIC), Integer.parseInt(header(Headers.DEAD_PARTITION)));
    }

    long originOffset() {
        return Long.parseLong(header(Headers.DEAD_OFFSET));
    }

    /// Whether the message was too large to be kept. Then the letter only says where it was read.
    boolean isLeftOut() {
        return !leftOut().isEmpty();
    }

    /// The size in bytes of a message that was left out, or empty.
    String leftOut() {
        return header(Headers.DEAD_LEFT_OUT);
    }

    String tenant() {
        return header(Headers.TENANT);
    }

    String type() {
        return header(Headers.TYPE);
    }

    /// The offset of the dead letter that this message was before it was replayed, or empty.
    String replayOf() {
        return header(REPLAY_OF);
    }

    String key() {
        return text(letter.key());
    }

    String value() {
        return text(letter.value());
    }

    /// The original message: its key, its value and its own headers.
    ///
    /// @param message the letter, or the message at its origin if the letter left it out
    ProducerRecord<byte[], byte[]> original(ConsumerRecord<byte[], byte[]> message) {
        List<Header> headers =
                StreamSupport.stream(message.headers().spliterator(), false)
                        .filter(header -> !OURS.contains(header.key()))
                        .toList();
        String topic = letter.topic().replaceFirst(suffix() + "$", "");
        ProducerRecord<byte[], byte[]> original =
                new ProducerRecord<>(topic, null, message.key(), message.value(), headers);
        original.headers().add(REPLAY_OF, Long.toString(offset()).getBytes(StandardCharsets.UTF_8));
        return original;
    }

    private static String suffix() {
        return Topic.deadLettersOf("").replace(".", "\\.");
    }

    private String header(String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? "" : text(header.value());
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}

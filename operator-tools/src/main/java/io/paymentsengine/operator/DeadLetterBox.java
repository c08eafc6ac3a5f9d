package io.paymentsengine.operator;

import io.paymentsengine.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/// The dead letters of one topic, on a broker.
///
/// What was sent back is noted on the same topic, behind the letter: the note is kept as long as the
/// letter is. It is written after the broker has acknowledged the message, so a crash in between
/// leaves a letter that was sent back and isn't noted. Sending it a second time is harmless: every
/// handler recognises a repeat.
final class DeadLetterBox implements AutoCloseable {

    private static final String REPLAYED = "x-replayed-offset";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// What came compressed may be more than a topic takes, and goes back as it came.
    private static final int BYTES_MAX = 32 << 20;

    private final TopicPartition box;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;

    DeadLetterBox(Broker broker, String topic) {
        // services make topics of dead letters with one partition
        this.box = new TopicPartition(Topic.deadLettersOf(topic), 0);
        this.consumer =
                new KafkaConsumer<>(
                        broker.settings(
                                Map.of(
                                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                        Math.toIntExact(PATIENCE.toMillis()),
                                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                                        false)),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        this.producer =
                new KafkaProducer<>(
                        broker.settings(
                                Map.of(
                                        ProducerConfig.ACKS_CONFIG,
                                        "all",
                                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                                        "gzip",
                                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                                        BYTES_MAX,
                                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                                        PATIENCE.toMillis())),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    /// A letter, and whether it was sent back.
    record Filed(DeadLetter letter, boolean replayed) {}

    /// All that is there now, the oldest first.
    List<Filed> open() {
        List<DeadLetter> letters = new ArrayList<>();
        Set<Long> replayed = new HashSet<>();
        for (ConsumerRecord<byte[], byte[]> record : read()) {
            Header note = record.headers().lastHeader(REPLAYED);
            if (note != null) {
                replayed.add(Long.valueOf(new String(note.value(), StandardCharsets.UTF_8)));
            } else if (DeadLetter.isOne(record)) {
                letters.add(new DeadLetter(record));
            }
        }
        return letters.stream()
                .map(letter -> new Filed(letter, replayed.contains(letter.offset())))
                .toList();
    }

    /// Sends a letter back to where it came from, and notes it once the broker has it.
    ///
    /// @throws IllegalStateException if the letter was too large to keep and its original is gone
    void replay(DeadLetter letter) {
        send(letter.original(letter.isLeftOut() ? original(letter) : letter.letter()));
        ProducerRecord<byte[], byte[]> note =
                new ProducerRecord<>(box.topic(), box.partition(), letter.letter().key(), null);
        note.headers()
                .add(REPLAYED, Long.toString(letter.offset()).getBytes(StandardCharsets.UTF_8));
        send(note);
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
    }

    /// What a letter says that only says where its message is.
    private ConsumerRecord<byte[], byte[]> original(DeadLetter letter) {
        TopicPartition origin = letter.partition();
        consumer.assign(List.of(origin));
        consumer.seek(origin, letter.originOffset());
        boolean isThere =
                consumer.beginningOffsets(List.of(origin)).getOrDefault(origin, 0L)
                        <= letter.originOffset();
        if (isThere) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE).records(origin)) {
                if (record.offset() == letter.originOffset()) {
                    return record;
                }
            }
        }
        throw new IllegalStateException(letter.origin() + " is gone, and the letter has no copy");
    }

    private List<ConsumerRecord<byte[], byte[]>> read() {
        List<TopicPartition> only = List.of(box);
        if (!consumer.listTopics().containsKey(box.topic())) {
            throw new IllegalArgumentException("the broker has no topic " + box.topic());
        }
        consumer.assign(only);
        consumer.seekToBeginning(only);
        long end = new HashMap<>(consumer.endOffsets(only)).getOrDefault(box, 0L);
        return new Reading(consumer, PATIENCE).until(end, box);
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException(
                    "the broker did not take it: " + refused.getCause(), refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}

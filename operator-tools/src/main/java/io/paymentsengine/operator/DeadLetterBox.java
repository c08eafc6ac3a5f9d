package io.paymentsengine.operator;

import io.paymentsengine.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
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
/// A replay is noted on the same topic, after the letter, so the note is kept at least as long as
/// the letter. It is written after the broker has acknowledged the message, so a crash in between
/// leaves a replayed letter without a note. Replaying it a second time is harmless: every handler
/// recognises a repeat.
final class DeadLetterBox implements AutoCloseable {

    private static final String REPLAYED = "x-replayed-offset";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// A message that was sent compressed may be larger than its topic accepts uncompressed. It is
    /// compressed again when it is replayed.
    private static final int BYTES_MAX = 32 << 20;

    private final TopicPartition box;
    private final Broker broker;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;

    DeadLetterBox(Broker broker, String topic) {
        // services create topics of dead letters with one partition
        this.box = new TopicPartition(Topic.deadLettersOf(topic), 0);
        this.broker = broker;
        this.consumer = consumer(broker);
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

    /// The contents of the box by offset. The letters themselves may not fit into memory.
    ///
    /// @param letters the offsets of dead letters
    /// @param replayed the offsets of dead letters that were replayed
    /// @param end the end offset of the topic: greater than all of these
    record Contents(Set<Long> letters, Set<Long> replayed, long end) {}

    /// A letter, and whether it was replayed.
    record Filed(DeadLetter letter, boolean replayed) {}

    /// Reads the whole topic, as far as it goes now.
    ///
    /// @throws IllegalArgumentException if the broker doesn't have the topic
    Contents contents() {
        if (!consumer.listTopics().containsKey(box.topic())) {
            throw new IllegalArgumentException("the broker has no topic " + box.topic());
        }
        Contents contents =
                new Contents(
                        new HashSet<>(),
                        new HashSet<>(),
                        new HashMap<>(consumer.endOffsets(List.of(box))).getOrDefault(box, 0L));
        read(
                contents.end(),
                record -> {
                    // a letter keeps the headers of its message, which may look like a note
                    if (DeadLetter.isOne(record)) {
                        contents.letters().add(record.offset());
                        return;
                    }
                    Header note = record.headers().lastHeader(REPLAYED);
                    if (note != null) {
                        contents.replayed()
                                .add(
                                        Long.valueOf(
                                                new String(note.value(), StandardCharsets.UTF_8)));
                    }
                });
        return contents;
    }

    /// Passes the letters to a reader one by one, oldest first.
    void forEach(Contents contents, Consumer<Filed> reader) {
        read(
                contents.end(),
                record -> {
                    if (contents.letters().contains(record.offset())) {
                        reader.accept(
                                new Filed(
                                        new DeadLetter(record),
                                        contents.replayed().contains(record.offset())));
                    }
                });
    }

    /// Sends a letter's message back to its topic, and notes that once the broker has acknowledged
    /// it.
    ///
    /// @throws IllegalStateException if the broker refuses it, or if the letter left its message
    ///     out and the message no longer exists
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

    /// The message of a letter that left it out, read from its origin.
    private ConsumerRecord<byte[], byte[]> original(DeadLetter letter) {
        TopicPartition origin = letter.partition();
        try (KafkaConsumer<byte[], byte[]> there = consumer(broker)) {
            there.assign(List.of(origin));
            there.seek(origin, letter.originOffset());
            boolean isThere =
                    there.beginningOffsets(List.of(origin)).getOrDefault(origin, 0L)
                            <= letter.originOffset();
            if (isThere) {
                for (ConsumerRecord<byte[], byte[]> record : there.poll(PATIENCE).records(origin)) {
                    if (record.offset() == letter.originOffset()) {
                        return record;
                    }
                }
            }
        }
        throw new IllegalStateException(
                letter.origin() + " no longer exists, and the dead letter has no copy of it");
    }

    private void read(long end, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        List<TopicPartition> only = List.of(box);
        consumer.assign(only);
        consumer.seekToBeginning(only);
        new Reading(consumer, PATIENCE).until(end, box, reader);
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Broker broker) {
        return new KafkaConsumer<>(
                broker.settings(
                        Map.of(
                                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                Math.toIntExact(PATIENCE.toMillis()),
                                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                                false)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException(
                    "the broker refused the message: " + refused.getCause(), refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}

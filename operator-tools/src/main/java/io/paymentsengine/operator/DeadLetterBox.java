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
    private final Broker broker;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;

    DeadLetterBox(Broker broker, String topic) {
        // services make topics of dead letters with one partition
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

    /// What is there, without what it says, which may be more than fits into memory.
    ///
    /// @param letters the offsets of dead letters
    /// @param replayed of those that were sent back
    /// @param end behind all of them
    record Contents(Set<Long> letters, Set<Long> replayed, long end) {}

    /// A letter, and whether it was sent back.
    record Filed(DeadLetter letter, boolean replayed) {}

    /// Looks through all that is there now.
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
                    // a letter keeps foreign headers, and one of them may look like a note
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

    /// Hands over the letters one by one, the oldest first.
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
        throw new IllegalStateException(letter.origin() + " is gone, and the letter has no copy");
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
                    "the broker did not take it: " + refused.getCause(), refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}

package io.paymentsengine.suite.campaign;

import io.paymentsengine.contracts.Headers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/// Simulates a misbehaving broker: every message comes ten more times, in any order, with the same key and
/// headers. Messages with the same content, such as repeated replies, count as one; otherwise each echo would
/// be echoed.
final class Echo implements AutoCloseable {

    private static final int TIMES = 10;
    private static final int DISTINCT_MAX = 20_000;
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Random random;
    private final Set<List<Object>> heard = new HashSet<>();
    private final Thread thread;
    private final AtomicInteger echoes = new AtomicInteger();
    private volatile boolean ending;

    private Echo(MachineRoom room) {
        this.consumer = Wire.consumer(room.stack().kafka(), Map.of());
        this.producer = Wire.producer(room.stack().kafka());
        this.random = room.random();
        this.thread = room.thread("echo", this::repeat);
    }

    /// Starts to echo new messages.
    static Echo start(MachineRoom room) {
        Echo echo = new Echo(room);
        echo.consumer.assign(echo.partitions());
        echo.consumer.seekToEnd(echo.consumer.assignment());
        echo.consumer.assignment().forEach(echo.consumer::position);
        echo.thread.start();
        return echo;
    }

    /// How many echoes the broker has acknowledged.
    int echoes() {
        return echoes.get();
    }

    /// Returns when the last echo has been sent.
    @Override
    public void close() {
        ending = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Collection<TopicPartition> partitions() {
        return Wire.TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(part -> new TopicPartition(part.topic(), part.partition()))
                .toList();
    }

    private void repeat() {
        try (consumer;
                producer) {
            while (!ending && heard.size() < DISTINCT_MAX) {
                List<ConsumerRecord<byte[], byte[]>> fresh = new ArrayList<>();
                consumer.poll(POLL)
                        .forEach(
                                message -> {
                                    if (heard.add(contentOf(message))) {
                                        fresh.add(message);
                                    }
                                });
                send(fresh);
            }
        }
    }

    private void send(List<ConsumerRecord<byte[], byte[]>> fresh) {
        List<ConsumerRecord<byte[], byte[]>> shuffled =
                new ArrayList<>(
                        Collections.nCopies(TIMES, fresh).stream().flatMap(List::stream).toList());
        Collections.shuffle(shuffled, random);
        for (ConsumerRecord<byte[], byte[]> echo : shuffled) {
            var _ =
                    producer.send(
                            new ProducerRecord<>(
                                    echo.topic(),
                                    echo.partition(),
                                    echo.key(),
                                    echo.value(),
                                    echo.headers()),
                            (_, refused) -> echoes.addAndGet(refused == null ? 1 : 0));
        }
        producer.flush();
    }

    /// What identifies a message, regardless of who sends it and how often.
    private static List<Object> contentOf(ConsumerRecord<byte[], byte[]> message) {
        return List.of(
                message.topic(),
                ByteBuffer.wrap(message.value()),
                String.valueOf(message.headers().lastHeader(Headers.TYPE)));
    }
}

package io.paymentsengine.suite.campaign;

import io.paymentsengine.localstack.process.Server;
import io.paymentsengine.localstack.service.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/// A rebalance storm: strangers repeatedly join the services' consumer groups and leave again. The partitions
/// assigned to them are not read until they have left.
final class Storm implements AutoCloseable {

    /// Longer than the other consumers need to notice and to give up a partition: they send heartbeats every
    /// two seconds, and finish what they have begun.
    private static final Duration STAY = Duration.ofSeconds(10);

    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Server kafka;
    private final List<Thread> strangers;
    private final AtomicInteger taken = new AtomicInteger();
    private volatile boolean ending;

    private Storm(MachineRoom room) {
        this.kafka = room.stack().kafka();
        this.strangers =
                Wire.READ_BY.entrySet().stream()
                        .map(group -> room.thread("stranger", () -> comeAndGo(group)))
                        .toList();
    }

    static Storm start(MachineRoom room) {
        Storm storm = new Storm(room);
        storm.strangers.forEach(Thread::start);
        return storm;
    }

    /// How often a stranger was assigned partitions.
    int taken() {
        return taken.get();
    }

    @Override
    public void close() {
        ending = true;
        strangers.forEach(Storm::join);
    }

    private void comeAndGo(Map.Entry<Service, List<String>> group) {
        while (!ending) {
            try (KafkaConsumer<byte[], byte[]> stranger =
                    Wire.consumer(
                            kafka,
                            Map.of(
                                    ConsumerConfig.GROUP_ID_CONFIG,
                                    group.getKey().title(),
                                    ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                                    1))) {
                stranger.subscribe(group.getValue());
                stay(stranger);
            }
        }
    }

    /// Stays until partitions are assigned, or for [#STAY] at most.
    private void stay(KafkaConsumer<byte[], byte[]> stranger) {
        long leaves = System.nanoTime() + STAY.toNanos();
        while (stranger.assignment().isEmpty() && System.nanoTime() < leaves) {
            stranger.poll(GLANCE);
        }
        if (!stranger.assignment().isEmpty()) {
            taken.incrementAndGet();
        }
    }

    private static void join(Thread stranger) {
        try {
            stranger.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

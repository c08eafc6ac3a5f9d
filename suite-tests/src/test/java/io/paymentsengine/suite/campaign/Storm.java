package io.paymentsengine.suite.campaign;

import io.paymentsengine.contracts.Topics;
import io.paymentsengine.localstack.process.Server;
import io.paymentsengine.localstack.service.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/// A rebalance storm: strangers join the services' consumer groups and leave again, time after time.
/// What is given to them, nobody handles until they have left.
final class Storm implements AutoCloseable {

    private static final Duration STAY = Duration.ofMillis(700);

    private static final Map<Service, List<String>> READ_BY =
            Map.of(
                    Service.PAYMENT_SERVICE, List.of(Topics.PAYMENT_EVENTS.name()),
                    Service.VALIDATION_SERVICE, List.of(Topics.VALIDATION_COMMANDS.name()),
                    Service.ACCOUNT_SERVICE, List.of(Topics.ACCOUNT_COMMANDS.name()),
                    Service.SAGA_ORCHESTRATOR,
                            List.of(Topics.SAGA_COMMANDS.name(), Topics.SAGA_REPLIES.name()));

    private final Server kafka;
    private final List<Thread> strangers;
    private volatile boolean ending;

    private Storm(MachineRoom room) {
        this.kafka = room.stack().kafka();
        this.strangers =
                READ_BY.entrySet().stream()
                        .map(group -> room.thread("stranger", () -> comeAndGo(group)))
                        .toList();
    }

    static Storm start(MachineRoom room) {
        Storm storm = new Storm(room);
        storm.strangers.forEach(Thread::start);
        return storm;
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
                stranger.poll(STAY);
            }
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

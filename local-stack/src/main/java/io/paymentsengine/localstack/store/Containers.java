package io.paymentsengine.localstack.store;

import io.paymentsengine.localstack.process.Ports;
import io.paymentsengine.localstack.process.Server;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/// Runs the stores in containers, on free ports. Testcontainers removes them when this JVM is gone.
public final class Containers implements Servers {

    private static final int POSTGRES_PORT = 5432;
    private static final int KAFKA_PORT = 9092;
    private static final int REDIS_PORT = 6379;

    @Override
    public Server postgres() {
        Map<String, String> settings =
                Map.of(
                        "POSTGRES_USER", Login.SUPERUSER.name(),
                        "POSTGRES_PASSWORD", Login.SUPERUSER.password());
        return server(
                new GenericContainer<>("postgres:18").withEnv(settings).withCommand("-N", "200"),
                POSTGRES_PORT,
                Ports.free(),
                Probes::postgres);
    }

    @Override
    public Server kafka() {
        int port = Ports.free();
        String host = DockerClientFactory.instance().dockerHostIpAddress();
        return server(
                new GenericContainer<>("apache/kafka:4.2.1").withEnv(kafkaSettings(host, port)),
                KAFKA_PORT,
                port,
                KafkaProbe::answers);
    }

    @Override
    public Server redis() {
        return server(
                new GenericContainer<>("valkey/valkey:8.1"),
                REDIS_PORT,
                Ports.free(),
                RedisCommands::ping);
    }

    private static Server server(
            GenericContainer<?> container,
            int innerPort,
            int port,
            BiPredicate<String, Integer> ready) {
        container.setPortBindings(List.of(port + ":" + innerPort));
        return new ContainerServer(container, port, ready);
    }

    /// All settings that Kafka needs: once one is given, the image no longer applies its own
    /// defaults.
    private static Map<String, String> kafkaSettings(String host, int port) {
        return Map.ofEntries(
                Map.entry("KAFKA_NODE_ID", "1"),
                Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093"),
                Map.entry("KAFKA_LISTENERS", "PLAINTEXT://:9092,CONTROLLER://:9093"),
                Map.entry("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://" + host + ":" + port),
                Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                Map.entry("KAFKA_INTER_BROKER_LISTENER_NAME", "PLAINTEXT"),
                Map.entry(
                        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                        "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT"),
                Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
                Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"),
                Map.entry("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1"),
                Map.entry("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1"),
                Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"));
    }
}

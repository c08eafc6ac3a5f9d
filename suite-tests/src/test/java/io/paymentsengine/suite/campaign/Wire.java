package io.paymentsengine.suite.campaign;

import io.paymentsengine.contracts.Topics;
import io.paymentsengine.localstack.process.Server;
import io.paymentsengine.localstack.service.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Clients of the suite's broker that send and receive plain bytes.
final class Wire {

    /// The names of all topics that services read.
    static final List<String> TOPICS = Topics.all().stream().map(topic -> topic.name()).toList();

    /// The topics that each service reads.
    static final Map<Service, List<String>> READ_BY =
            Map.of(
                    Service.PAYMENT_SERVICE, List.of(Topics.PAYMENT_EVENTS.name()),
                    Service.VALIDATION_SERVICE, List.of(Topics.VALIDATION_COMMANDS.name()),
                    Service.ACCOUNT_SERVICE, List.of(Topics.ACCOUNT_COMMANDS.name()),
                    Service.SAGA_ORCHESTRATOR,
                            List.of(Topics.SAGA_COMMANDS.name(), Topics.SAGA_REPLIES.name()));

    private Wire() {}

    /// How many topics a service reads; each of its processes has one consumer for each of them.
    static int topics(Service service) {
        return Objects.requireNonNull(READ_BY.get(service)).size();
    }

    /// How many consumers of a service have partitions assigned according to the broker; 0 during a
    /// rebalance.
    static int readers(Server kafka, Service service) {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address(kafka)))) {
            ConsumerGroupDescription described =
                    admin.describeConsumerGroups(List.of(service.title()))
                            .all()
                            .get()
                            .values()
                            .iterator()
                            .next();
            return described.groupState() == GroupState.STABLE
                    ? (int)
                            described.members().stream()
                                    .filter(each -> !each.assignment().topicPartitions().isEmpty())
                                    .count()
                    : 0;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static KafkaProducer<byte[], byte[]> producer(Server kafka) {
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        address(kafka),
                        ProducerConfig.ACKS_CONFIG,
                        "all");
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /// A consumer, with or without a group.
    static KafkaConsumer<byte[], byte[]> consumer(Server kafka, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, address(kafka));
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static String address(Server kafka) {
        return kafka.host() + ":" + kafka.port();
    }
}

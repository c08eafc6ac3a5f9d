package io.paymentsengine.suite.campaign;

import io.paymentsengine.contracts.Topics;
import io.paymentsengine.localstack.process.Server;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Clients of the suite's broker that know bytes alone.
final class Wire {

    /// Every topic that services read, by name.
    static final List<String> TOPICS = Topics.all().stream().map(topic -> topic.name()).toList();

    private Wire() {}

    static KafkaProducer<byte[], byte[]> producer(Server kafka) {
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        address(kafka),
                        ProducerConfig.ACKS_CONFIG,
                        "all");
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /// A member of a group, or of none.
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

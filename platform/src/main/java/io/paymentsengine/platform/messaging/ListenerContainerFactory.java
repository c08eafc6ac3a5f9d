package io.paymentsengine.platform.messaging;

import io.paymentsengine.contracts.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/// Assembles the container that reads a topic. A fault pauses the consumer without leaving its group, and the
/// same batch is delivered again until the fault has passed: nothing is ever skipped.
final class ListenerContainerFactory {

    /// How long the partitions of a dead process stay idle: the broker's minimum. If a process is mistaken
    /// for dead, that is harmless, as offsets are fenced.
    private static final int SESSION_TIMEOUT_MS = 6_000;

    private static final int HEARTBEAT_INTERVAL_MS = 2_000;

    /// How often a consumer commits its offsets to the broker, apart from when it gives up a partition.
    /// Nothing depends on them: the database is the authority, and the broker's offsets show the lag.
    private static final int OFFSET_COMMIT_INTERVAL_MS = 1_000;

    /// How long a batch may continue when the service stops: longer than it can have to wait for what others
    /// hold. What it needs stays available until then.
    private static final int SHUTDOWN_TIMEOUT_MS = 18_000;

    /// A batch consists of two polls: [BatchListener] polls once more.
    private static final int POLLS_PER_BATCH = 2;

    private final Map<String, Object> settings;
    private final MessagingProperties properties;
    private final String group;
    private final List<DefaultKafkaConsumerFactoryCustomizer> customizers;
    private final ApplicationEventPublisher events;

    /// @param customizers what Spring Boot adds to consumers: their metrics
    /// @param events receives the reason for which a consumer stopped
    ListenerContainerFactory(
            Map<String, Object> kafka,
            MessagingProperties properties,
            String group,
            List<DefaultKafkaConsumerFactoryCustomizer> customizers,
            ApplicationEventPublisher events) {
        this.settings = new HashMap<>(kafka);
        this.properties = properties;
        this.group = group;
        this.customizers = List.copyOf(customizers);
        this.events = events;
        settings.put(
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, properties.batchMax() / POLLS_PER_BATCH);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, true);
        settings.put(ConsumerConfig.AUTO_COMMIT_INTERVAL_MS_CONFIG, OFFSET_COMMIT_INTERVAL_MS);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_INTERVAL_MS);
        // topics are created as planned, not by a broker on first use
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    }

    ConcurrentMessageListenerContainer<byte[], byte[]> containerOf(
            Topic<?> topic, BatchListener<?> listener) {
        ContainerProperties container = new ContainerProperties(topic.name());
        container.setGroupId(group);
        container.setClientId(group + "-" + topic.name());
        container.setIdleBetweenPolls(properties.idleBetweenPolls().toMillis());
        container.setShutdownTimeout(SHUTDOWN_TIMEOUT_MS);
        container.setMessageListener(listener);
        container.setConsumerRebalanceListener(listener);
        var containers = new ConcurrentMessageListenerContainer<>(consumers(), container);
        containers.setBeanName(topic.name());
        containers.setApplicationEventPublisher(events);
        containers.setConcurrency(properties.consumers());
        containers.setCommonErrorHandler(retryForever());
        return containers;
    }

    private DefaultKafkaConsumerFactory<byte[], byte[]> consumers() {
        var consumers =
                new DefaultKafkaConsumerFactory<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        customizers.forEach(each -> each.customize(consumers));
        return consumers;
    }

    private DefaultErrorHandler retryForever() {
        long pause = properties.errorBackoff().toMillis();
        return new DefaultErrorHandler(new FixedBackOff(pause, FixedBackOff.UNLIMITED_ATTEMPTS));
    }
}

package io.paymentsengine.platform.messaging;

import io.paymentsengine.contracts.Topic;
import io.paymentsengine.contracts.Topics;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.config.TopicBuilder;

/// The topics to create if they do not exist yet.
final class TopicPlan {

    /// The maximum size of a batch of messages, as the brokers of the topics count it.
    static final int MESSAGE_BYTES_MAX = 1 << 20;

    /// Commands and replies are of no use after a week; what must be kept is in the databases.
    private static final Duration RETENTION = Duration.ofDays(7);

    /// Dead letters wait for a human.
    private static final Duration DEAD_RETENTION = Duration.ofDays(90);

    private TopicPlan() {}

    /// All topics, each with its dead-letter topic.
    static List<NewTopic> of(MessagingProperties properties) {
        return Topics.all().stream()
                .flatMap(topic -> Stream.of(living(topic, properties), dead(topic, properties)))
                .toList();
    }

    private static NewTopic living(Topic<?> topic, MessagingProperties properties) {
        return topic(topic.name(), RETENTION, properties)
                .partitions(properties.partitions())
                .build();
    }

    private static NewTopic dead(Topic<?> topic, MessagingProperties properties) {
        return topic(topic.deadLetters(), DEAD_RETENTION, properties).partitions(1).build();
    }

    private static TopicBuilder topic(
            String name, Duration retention, MessagingProperties properties) {
        return TopicBuilder.name(name)
                .replicas(properties.replicas())
                .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()))
                .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MESSAGE_BYTES_MAX))
                .config(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, inSync(properties));
    }

    /// One broker may be unavailable. With three or more replicas, what was acknowledged is still
    /// on more than one broker then.
    private static String inSync(MessagingProperties properties) {
        return Integer.toString(Math.max(1, properties.replicas() - 1));
    }
}

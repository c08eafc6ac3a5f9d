package io.paymentsengine.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.localstack.testing.WithStores;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/// A service that was started before the broker.
@SpringBootTest(classes = DeedsService.class)
@WithStores(database = "messaging_parts")
class MissingTopicsIT {

    /// Nobody listens there.
    private static final String NOWHERE = "localhost:1";

    /// Nobody listens there, so there is nothing to wait for.
    private static final int SECONDS_FOR_NOWHERE = 1;

    private static final int SECONDS_FOR_THE_BROKER = 60;

    @Autowired KafkaProperties kafka;
    @Autowired List<ScheduledTaskHolder> schedules;

    private final String topic = "late-" + UUID.randomUUID();
    private final AtomicReference<String> broker = new AtomicReference<>(NOWHERE);

    @Test
    void topics_are_made_as_soon_as_the_broker_is_there() {
        KafkaAdmin admin = admin();
        MissingTopics topics = new MissingTopics(admin, Duration.ofHours(1));

        admin.setOperationTimeout(SECONDS_FOR_NOWHERE);
        topics.make();
        admin.setOperationTimeout(SECONDS_FOR_THE_BROKER);
        broker.set(String.join(",", kafka.getBootstrapServers()));
        topics.make();

        assertThat(admin.describeTopics(topic)).containsKey(topic);
    }

    @Test
    void topics_that_are_gone_are_made_again() {
        broker.set(String.join(",", kafka.getBootstrapServers()));
        KafkaAdmin admin = admin();
        MissingTopics topics = new MissingTopics(admin, Duration.ZERO);
        topics.make();
        try (Admin client = Admin.create(admin.getConfigurationProperties())) {
            client.deleteTopics(List.of(topic));
            await().until(() -> !client.listTopics().names().get().contains(topic));

            topics.make();
            await().until(() -> client.listTopics().names().get().contains(topic));
        }
    }

    @Test
    void a_topic_that_is_there_keeps_its_partitions() {
        broker.set(String.join(",", kafka.getBootstrapServers()));
        new MissingTopics(admin(), Duration.ZERO).make();

        KafkaAdmin planningMore = admin(3);
        new MissingTopics(planningMore, Duration.ZERO).make();

        assertThat(planningMore.describeTopics(topic).values())
                .singleElement()
                .satisfies(found -> assertThat(found.partitions()).hasSize(1));
    }

    @Test
    void a_start_without_the_broker_is_not_the_last_try() {
        assertThat(schedules)
                .flatMap(ScheduledTaskHolder::getScheduledTasks)
                .extracting(Object::toString)
                .anyMatch(task -> task.endsWith(MissingTopics.class.getName() + ".make"));
    }

    private KafkaAdmin admin() {
        return admin(1);
    }

    private KafkaAdmin admin(int partitions) {
        GenericApplicationContext context = new GenericApplicationContext();
        context.registerBean(NewTopic.class, () -> new NewTopic(topic, partitions, (short) 1));
        context.refresh();
        // Otherwise a client that finds no broker looks up the address again all the time, with a
        // line in the log.
        KafkaAdmin admin =
                new KafkaAdmin(Map.of(AdminClientConfig.METADATA_RECOVERY_STRATEGY_CONFIG, "none"));
        admin.setBootstrapServersSupplier(broker::get);
        admin.setCloseTimeout(SECONDS_FOR_NOWHERE);
        admin.setApplicationContext(context);
        return admin;
    }
}

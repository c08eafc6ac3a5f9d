package io.paymentsengine.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.contracts.Topics;
import io.paymentsengine.localstack.testing.Stores;
import io.paymentsengine.localstack.testing.WithStores;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import javax.management.ObjectName;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the broker is told about the progress of a service: enough to monitor the lag, and no more.
@SpringBootTest(classes = DeedsService.class)
@WithStores(database = "broker_offsets", isolated = true)
class BrokerOffsetsIT {

    private static final String GROUP = "platform-tests";
    private static final int COMMANDS = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired JdbcClient jdbc;
    @Autowired Stores stores;

    @Test
    void the_broker_is_told_about_once_a_second_and_in_the_end_of_all() throws Exception {
        try (Wire wire = new Wire(stores.bootstrapServers(), Topics.SAGA_REPLIES.name());
                Admin admin =
                        Admin.create(Map.of("bootstrap.servers", stores.bootstrapServers()))) {
            long before = commits();
            long started = System.nanoTime();
            IntStream.rangeClosed(1, COMMANDS).forEach(count -> handled(wire, count));
            long told = commits() - before;
            long seconds = Duration.ofNanos(System.nanoTime() - started).toSeconds();

            await().atMost(PATIENCE).until(() -> toldTo(admin) == COMMANDS);
            assertThat(told).isLessThanOrEqualTo(seconds + 2);
        }
    }

    private void handled(Wire wire, int count) {
        wire.send(Wire.reserve("EUR"));
        wire.flush();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> deeds() == count);
    }

    private long deeds() {
        return jdbc.sql("SELECT count(*) FROM deed").query(Long.class).single();
    }

    private static long toldTo(Admin admin) throws Exception {
        return admin
                .listConsumerGroupOffsets(GROUP)
                .partitionsToOffsetAndMetadata()
                .get()
                .values()
                .stream()
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }

    /// The number of commits, as Kafka's client counts them.
    private static long commits() throws Exception {
        var server = ManagementFactory.getPlatformMBeanServer();
        long commits = 0;
        for (ObjectName each :
                server.queryNames(
                        new ObjectName("kafka.consumer:type=consumer-coordinator-metrics,*"),
                        null)) {
            if (String.valueOf(each.getKeyProperty("client-id")).startsWith(GROUP)) {
                commits += ((Number) server.getAttribute(each, "commit-total")).longValue();
            }
        }
        return commits;
    }
}

package io.paymentsengine.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.paymentsengine.contracts.AccountCommand.ReserveFunds;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.localstack.testing.Stores;
import io.paymentsengine.localstack.testing.WithStores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two replicas share the partitions. Whatever comes and goes, each command takes effect once.
@SpringBootTest(
        classes = DeedsService.class,
        properties = "payments.messaging.batch-max=" + ReplicasIT.BATCH_MAX)
@WithStores(database = "replicas", isolated = true)
class ReplicasIT {

    static final int BATCH_MAX = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Autowired Environment settings;
    @Autowired Stores stores;
    @Autowired InboundContainers first;
    @Autowired MeterRegistry meters;

    private final List<ReserveFunds> sent = new ArrayList<>();

    @Test
    void replicas_come_and_go_while_the_database_is_away_too() {
        try (Wire wire = new Wire(stores.bootstrapServers(), Topics.SAGA_REPLIES.name());
                ConfigurableApplicationContext other = replica()) {
            InboundContainers second = other.getBean(InboundContainers.class);
            second.stop();
            sendAndAwait(wire);

            stores.postgres().kill();
            send(wire);
            second.start();
            await().atMost(PATIENCE).until(this::bothHavePartitions);
            send(wire);
            stores.postgres().start();
            sendAndAwait(wire);

            first.stop();
            sendAndAwait(wire);
            first.start();
            send(wire);
            second.stop();
            sendAndAwait(wire);
        }
        assertThat(deeds()).isEqualTo(sent.size());
        assertThat(meters.get("payments.batch.messages").summary().max())
                .isBetween(1.0, (double) BATCH_MAX);
    }

    @Test
    void what_a_consumer_asks_the_broker_is_counted() {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                meters
                                        .find("kafka.consumer.request.total")
                                        .functionCounters()
                                        .stream()
                                        .anyMatch(counter -> counter.count() > 0));
    }

    /// By then, the first has given up a partition of which it holds a batch that it can't handle.
    private boolean bothHavePartitions() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stores.bootstrapServers()))) {
            var group = admin.describeConsumerGroups(List.of("platform-tests")).all().get();
            return group.values().stream()
                            .flatMap(each -> each.members().stream())
                            .filter(each -> !each.assignment().topicPartitions().isEmpty())
                            .count()
                    == 2;
        }
    }

    private void sendAndAwait(Wire wire) {
        send(wire);
        await().atMost(PATIENCE).until(() -> allAreAnswered(wire));
    }

    private void send(Wire wire) {
        List<ReserveFunds> commands =
                Stream.generate(() -> Wire.reserve("EUR")).limit(100).toList();
        commands.forEach(wire::send);
        wire.flush();
        sent.addAll(commands);
    }

    private boolean allAreAnswered(Wire wire) {
        String all = String.join("\n", wire.received().stream().map(Wire::text).toList());
        return sent.stream().allMatch(each -> all.contains(each.paymentId().toString()));
    }

    private ConfigurableApplicationContext replica() {
        Map<String, Object> same =
                Stream.of(
                                "spring.datasource.url",
                                "spring.datasource.username",
                                "spring.datasource.password",
                                "spring.flyway.user",
                                "spring.flyway.password",
                                "spring.flyway.placeholders.app",
                                "spring.kafka.bootstrap-servers")
                        .collect(
                                Collectors.toMap(
                                        Function.identity(), settings::getRequiredProperty));
        return new SpringApplicationBuilder(DeedsService.class).properties(same).run();
    }

    private long deeds() {
        return JdbcClient.create(stores.database("replicas").asSuperuser())
                .sql("SELECT count(*) FROM deed")
                .query(Long.class)
                .single();
    }
}

package io.paymentsengine.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.paymentsengine.contracts.Topic;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.platform.ids.Ids;
import io.paymentsengine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Gives a service an [Outbox] and [DeadLetters], and lets its [Inbound] beans read.
@AutoConfiguration(
        afterName = {
            "io.paymentsengine.platform.tenancy.TenancyAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
        })
@EnableConfigurationProperties(MessagingProperties.class)
@EnableScheduling
public class MessagingAutoConfiguration {

    /// Commands and replies are of no use after a week; what must be kept is in the databases.
    private static final Duration RETENTION = Duration.ofDays(7);

    /// Dead letters wait for a person.
    private static final Duration DEAD_RETENTION = Duration.ofDays(90);

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    KafkaAdmin.NewTopics topics(MessagingProperties properties) {
        return new KafkaAdmin.NewTopics(
                Topics.all().stream()
                        .flatMap(
                                topic ->
                                        Stream.of(
                                                living(topic, properties), dead(topic, properties)))
                        .toArray(NewTopic[]::new));
    }

    @Bean
    MessageCodec messageCodec(
            JsonMapper json, Tenants tenants, @Value("${spring.application.name}") String service) {
        return new MessageCodec(json, tenants, "/" + service, Ids::next);
    }

    @Bean
    OutboxTable outboxTable(JdbcClient jdbc) {
        return new OutboxTable(jdbc);
    }

    /// Nothing counts as sent before all in-sync replicas have it, and the broker drops what the producer's
    /// own repetition doubles. A broker that is away must not hold up those who commit: the sweeper
    /// sends later.
    @Bean
    DefaultKafkaProducerFactoryCustomizer producerSettings() {
        return factory ->
                factory.updateConfigs(
                        Map.of(
                                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                                ByteArraySerializer.class,
                                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                                ByteArraySerializer.class,
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                                true,
                                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                                3_000,
                                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                10_000,
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                                30_000));
    }

    @Bean
    Sender sender(ProducerFactory<byte[], byte[]> producers) {
        return new Sender(producers);
    }

    @Bean
    TransactionalOutbox outbox(
            OutboxTable table,
            MessageCodec codec,
            Sender sender,
            MessagingMetrics metrics,
            Clock clock) {
        return new TransactionalOutbox(table, codec, sender, metrics, clock);
    }

    @Bean
    OutboxSweeper outboxSweeper(
            OutboxTable table,
            TransactionalOutbox outbox,
            Sender sender,
            PlatformTransactionManager transactions,
            MessagingProperties properties) {
        return new OutboxSweeper(
                table,
                outbox,
                sender,
                new TransactionTemplate(transactions),
                properties.sweepPatience());
    }

    @Bean
    MessagingMetrics messagingMetrics(MeterRegistry meters, OutboxTable outbox) {
        MessagingMetrics metrics = new MessagingMetrics(meters);
        metrics.watch(outbox);
        return metrics;
    }

    @Bean
    InboundContainers inboundContainers(
            ObjectProvider<Inbound<?>> inbounds,
            KafkaProperties kafka,
            MessagingProperties properties,
            @Value("${spring.application.name}") String service,
            MessageCodec codec,
            JdbcClient jdbc,
            TransactionalOutbox outbox,
            PlatformTransactionManager transactions,
            MessagingMetrics metrics) {
        ContainerAssembly assembly =
                new ContainerAssembly(kafka.buildConsumerProperties(), properties, service);
        ConsumedOffsets offsets = new ConsumedOffsets(jdbc);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        return new InboundContainers(
                inbounds.orderedStream()
                        .map(
                                inbound ->
                                        assembly.containerOf(
                                                inbound.topic(),
                                                new BatchListener<>(
                                                        inbound,
                                                        codec,
                                                        offsets,
                                                        outbox,
                                                        transaction,
                                                        metrics)))
                        .toList());
    }

    private static NewTopic living(Topic<?> topic, MessagingProperties properties) {
        return TopicBuilder.name(topic.name())
                .partitions(properties.partitions())
                .replicas(properties.replicas())
                .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(RETENTION.toMillis()))
                .config(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, inSync(properties))
                .build();
    }

    private static NewTopic dead(Topic<?> topic, MessagingProperties properties) {
        return TopicBuilder.name(topic.deadLetters())
                .partitions(1)
                .replicas(properties.replicas())
                .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(DEAD_RETENTION.toMillis()))
                .config(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, inSync(properties))
                .build();
    }

    /// What was acknowledged is on more than one broker, where there is more than one, and one of
    /// them may be away.
    private static String inSync(MessagingProperties properties) {
        return Integer.toString(Math.max(1, properties.replicas() - 1));
    }
}

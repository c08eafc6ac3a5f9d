package io.paymentsengine.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.paymentsengine.contracts.Message;
import io.paymentsengine.platform.ids.Ids;
import io.paymentsengine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Provides an [Outbox] and [DeadLetters] to a service, and starts the consumers of its [Inbound] beans.
@AutoConfiguration(
        afterName = {
            "io.paymentsengine.platform.tenancy.TenancyAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
        })
@EnableConfigurationProperties(MessagingProperties.class)
public class MessagingAutoConfiguration {

    /// A sweep sends within a transaction, which may be idle for at most 15 seconds (platform.yaml).
    private static final int DELIVERY_TIMEOUT_MS = 12_000;

    private static final Duration LOOK_FOR_TOPICS_INTERVAL = Duration.ofMinutes(1);

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    KafkaAdmin.NewTopics topics(MessagingProperties properties) {
        return new KafkaAdmin.NewTopics(TopicPlan.of(properties).toArray(NewTopic[]::new));
    }

    @Bean
    MissingTopics missingTopics(KafkaAdmin admin) {
        return new MissingTopics(admin, LOOK_FOR_TOPICS_INTERVAL);
    }

    @Bean
    BrokenConsumers brokenConsumers(ApplicationEventPublisher events) {
        return new BrokenConsumers(events);
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

    /// A message counts as sent only when all in-sync replicas have it, and the broker drops the duplicates
    /// of the producer's own retries. An unavailable broker must not hold up callers that commit: the
    /// sweeper sends later. A transaction hands over all its messages at once, so a longer linger time
    /// would wait in vain for more, at each step of a payment.
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
                                ProducerConfig.LINGER_MS_CONFIG,
                                1,
                                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                                500,
                                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                                TopicPlan.MESSAGE_BYTES_MAX,
                                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                10_000,
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                                DELIVERY_TIMEOUT_MS));
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
            MessagingMetrics metrics,
            MessagingProperties properties) {
        return new OutboxSweeper(
                table,
                outbox,
                sender,
                metrics,
                new TransactionTemplate(transactions),
                properties.sweepMinAge());
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
            ObjectProvider<DefaultKafkaConsumerFactoryCustomizer> customizers,
            KafkaProperties kafka,
            MessagingProperties properties,
            @Value("${spring.application.name}") String service,
            MessageCodec codec,
            JdbcClient jdbc,
            TransactionalOutbox outbox,
            PlatformTransactionManager transactions,
            MessagingMetrics metrics,
            ApplicationEventPublisher events) {
        ListenerContainerFactory containerFactory =
                new ListenerContainerFactory(
                        kafka.buildConsumerProperties(),
                        properties,
                        service,
                        customizers.orderedStream().toList(),
                        events);
        Assembled assembled =
                new Assembled(
                        codec,
                        new ConsumedOffsets(jdbc),
                        outbox,
                        new TransactionTemplate(transactions),
                        metrics,
                        new MessageSpans(GlobalOpenTelemetry.get()));
        return new InboundContainers(
                inbounds.orderedStream()
                        .map(
                                inbound ->
                                        containerFactory.containerOf(
                                                inbound.topic(), assembled.listenerOf(inbound)))
                        .toList());
    }

    /// What all listeners of a service share.
    private record Assembled(
            MessageCodec codec,
            ConsumedOffsets offsets,
            TransactionalOutbox outbox,
            TransactionTemplate transaction,
            MessagingMetrics metrics,
            MessageSpans spans) {

        <M extends Message> BatchListener<M> listenerOf(Inbound<M> inbound) {
            BatchTransaction<M> batch =
                    new BatchTransaction<>(
                            inbound, codec, offsets, outbox, transaction, metrics, spans);
            return new BatchListener<>(inbound, batch, offsets, transaction, metrics);
        }
    }
}

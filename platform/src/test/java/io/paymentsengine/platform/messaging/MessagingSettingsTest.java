package io.paymentsengine.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/// Settings whose absence no single broker shows.
class MessagingSettingsTest {

    @Test
    void nothing_counts_as_sent_before_all_in_sync_replicas_have_it() {
        DefaultKafkaProducerFactory<byte[], byte[]> factory =
                new DefaultKafkaProducerFactory<>(Map.of(ProducerConfig.ACKS_CONFIG, "1"));

        new MessagingAutoConfiguration().producerSettings().customize(factory);

        assertThat(factory.getConfigurationProperties())
                .containsEntry(ProducerConfig.ACKS_CONFIG, "all")
                .containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    }
}

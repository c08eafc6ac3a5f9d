package io.paymentsengine.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.event.ConsumerStoppedEvent.Reason;

/// Settings whose absence goes unnoticed with a single broker.
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

    /// PostgreSQL ends a transaction that has been idle for 15 seconds (platform.yaml).
    @Test
    void a_sweep_hears_of_what_it_sent_before_its_transaction_is_ended() {
        DefaultKafkaProducerFactory<byte[], byte[]> factory =
                new DefaultKafkaProducerFactory<>(Map.of());

        new MessagingAutoConfiguration().producerSettings().customize(factory);

        assertThat(factory.getConfigurationProperties())
                .hasEntrySatisfying(
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        most -> assertThat((Integer) most).isLessThan(15_000));
    }

    @Test
    void a_consumer_that_can_not_go_on_makes_the_process_unfit_to_live() {
        List<Object> events = new ArrayList<>();
        BrokenConsumers broken = new BrokenConsumers(events::add);

        broken.on(new ConsumerStoppedEvent("source", "container", Reason.NORMAL));
        assertThat(events).isEmpty();
        broken.on(new ConsumerStoppedEvent("source", "container", Reason.ERROR));

        assertThat(events)
                .singleElement(type(AvailabilityChangeEvent.class))
                .extracting(event -> event.getState())
                .isEqualTo(LivenessState.BROKEN);
    }
}

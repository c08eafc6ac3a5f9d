package io.paymentsengine.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.mock.MockProducerFactory;

class SenderTest {

    private static final Envelope ONE = to("one");
    private static final Envelope OTHER = to("other");
    private static final Envelope REFUSED = to("refused");
    private static final Envelope AWAY = to("away");

    private final Broker broker = new Broker();
    private final Sender sender = new Sender(new MockProducerFactory<>(() -> broker));

    @Test
    void what_the_broker_takes_is_sent() {
        SendResult result = send(ONE, OTHER);

        assertThat(result).isEqualTo(new SendResult(List.of(), List.of(), null));
        assertThat(broker.topics()).containsExactly("one", "other");
    }

    @Test
    void what_the_broker_refuses_keeps_no_companion_from_being_sent() {
        SendResult result = send(ONE, REFUSED, OTHER);

        assertThat(result.refused()).containsExactly(REFUSED);
        assertThat(result.unsent()).isEmpty();
        assertThat(result.failure()).isInstanceOf(RecordTooLargeException.class);
        assertThat(broker.topics()).containsExactly("one", "other");
    }

    @Test
    void after_one_that_finds_the_broker_away_the_others_are_not_tried_and_come_first_next_time() {
        SendResult result = send(ONE, AWAY, OTHER);

        assertThat(result.left()).containsExactly(OTHER, AWAY);
        assertThat(result.failure()).isInstanceOf(TimeoutException.class);
        assertThat(broker.topics()).containsExactly("one");
    }

    @Test
    void a_producer_that_is_closed_throws_at_nobody() {
        broker.close();

        assertThat(send(ONE, OTHER).unsent()).containsExactlyInAnyOrder(ONE, OTHER);
    }

    @Test
    void without_a_producer_nothing_is_sent_and_nobody_is_thrown_at() {
        KafkaException none = new KafkaException("no producer can be made");
        Sender idle =
                new Sender(
                        new MockProducerFactory<>(
                                () -> {
                                    throw none;
                                }));

        assertThat(idle.send(List.of(ONE, OTHER)).join())
                .isEqualTo(new SendResult(List.of(), List.of(ONE, OTHER), none));
    }

    private SendResult send(Envelope... messages) {
        return sender.send(List.of(messages)).join();
    }

    private static Envelope to(String topic) {
        return new Envelope(topic, "key", Map.of(), "value", false);
    }

    /// Kafka's own mock producer, which accepts messages for some topics and refuses them for others.
    private static final class Broker extends MockProducer<byte[], byte[]> {

        Broker() {
            super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        List<String> topics() {
            return history().stream().map(ProducerRecord::topic).toList();
        }

        @Override
        public synchronized Future<RecordMetadata> send(
                ProducerRecord<byte[], byte[]> message, Callback callback) {
            return switch (message.topic()) {
                case "refused" -> failed(callback, new RecordTooLargeException());
                case "away" -> throw new TimeoutException("no broker answers");
                default -> super.send(message, callback);
            };
        }

        private static Future<RecordMetadata> failed(Callback callback, Exception failure) {
            callback.onCompletion(null, failure);
            return CompletableFuture.failedFuture(failure);
        }
    }
}

package io.paymentsengine.suite.campaign;

import io.paymentsengine.contracts.Topic;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.localstack.process.Server;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Sends every kind of [Poison] to every topic, and later finds missing and unexpected dead letters.
final class Poisoner {

    private final Server kafka;
    private final List<Poison> sent = new ArrayList<>();

    Poisoner(Server kafka) {
        this.kafka = kafka;
    }

    /// Sends poison in between the services' messages.
    ///
    /// @param tenant a registered tenant
    /// @param strangersPayment a payment of another tenant
    void poison(String tenant, String strangersPayment) {
        try (KafkaProducer<byte[], byte[]> producer = Wire.producer(kafka)) {
            for (Topic<?> topic : Topics.all()) {
                for (Poison.Kind kind : Poison.Kind.values()) {
                    if (kind.isWrongOn(topic)) {
                        send(Poison.of(kind, topic, tenant, strangersPayment), producer);
                    }
                }
            }
        }
    }

    /// The dead letters so far, of all runs, because the data is kept.
    Burials burials() {
        return new Burials(sent, DeadLetter.all(kafka));
    }

    private void send(Poison poison, KafkaProducer<byte[], byte[]> producer) {
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(
                        poison.topic().name(),
                        bytes(UUID.randomUUID().toString()),
                        bytes(poison.value()));
        poison.headers().forEach((name, text) -> message.headers().add(name, bytes(text)));
        var _ = producer.send(message);
        sent.add(poison);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package io.paymentsengine.platform.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.core.ProducerFactory;

/// Sends messages to the broker through the producer that the factory shares. After the service was
/// stopped and started again, the factory supplies a new one.
final class Sender {

    private final ProducerFactory<byte[], byte[]> producers;

    Sender(ProducerFactory<byte[], byte[]> producers) {
        this.producers = producers;
    }

    /// Sends messages. Never throws: what is sent is committed, and a caller that saw a failure would
    /// do it again. Completes when the broker has answered for every message. After a message that
    /// can't be sent now, the others are not tried, because each attempt could wait for an unavailable
    /// broker. After a message that the broker refuses, they are tried.
    CompletableFuture<SendResult> send(List<Envelope> messages) {
        try {
            return send(messages, producers.createProducer());
        } catch (KafkaException | IllegalStateException none) { // the latter: the factory is closed
            return CompletableFuture.completedFuture(new SendResult(List.of(), messages, none));
        }
    }

    private static CompletableFuture<SendResult> send(
            List<Envelope> messages, Producer<byte[], byte[]> producer) {
        List<CompletableFuture<Void>> attempts = new ArrayList<>(messages.size());
        for (Envelope message : messages) {
            CompletableFuture<Void> attempt = send(message, producer);
            attempts.add(attempt);
            if (attempt.isCompletedExceptionally()
                    && !SendResult.isRefusal(attempt.exceptionNow())) {
                break;
            }
        }
        return CompletableFuture.allOf(attempts.toArray(CompletableFuture[]::new))
                .handle((_, _) -> SendResult.of(messages, attempts));
    }

    private static CompletableFuture<Void> send(
            Envelope message, Producer<byte[], byte[]> producer) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        try {
            var _ =
                    producer.send(
                            message.toRecord(),
                            (_, failure) -> {
                                if (failure == null) {
                                    acknowledged.complete(null);
                                } else {
                                    acknowledged.completeExceptionally(failure);
                                }
                            });
        } catch (KafkaException
                | IllegalStateException refused) { // the latter: the producer is closed
            acknowledged.completeExceptionally(refused);
        }
        return acknowledged;
    }
}

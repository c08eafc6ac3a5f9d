package io.paymentsengine.platform.messaging;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.paymentsengine.contracts.Headers;
import io.paymentsengine.contracts.Topic;

/// Metrics of messaging: batches with their size and faults, dead letters, messages that the broker
/// refuses, and how long the oldest unsent message has waited.
final class MessagingMetrics {

    private final MeterRegistry meters;

    MessagingMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void watch(OutboxTable outbox) {
        Gauge.builder("payments.outbox.age.seconds", outbox, OutboxTable::oldestAgeSeconds)
                .description("How long the oldest unsent outbox row has waited")
                .register(meters);
    }

    Timer.Sample start() {
        return Timer.start(meters);
    }

    void handled(Topic<?> topic, int messages, Timer.Sample timing) {
        timing.stop(
                Timer.builder("payments.batch.duration")
                        .description("From the first statement of a batch to its commit")
                        .tag("topic", topic.name())
                        .register(meters));
        DistributionSummary.builder("payments.batch.messages")
                .description("Messages of one batch, which is one transaction")
                .tag("topic", topic.name())
                .register(meters)
                .record(messages);
    }

    /// Counts a batch that was rolled back and will be delivered again.
    void failed(Topic<?> topic) {
        meters.counter("payments.batch.failures", "topic", topic.name()).increment();
    }

    /// Counts a message that the broker refuses. It stays in the outbox until the broker is reconfigured
    /// to accept it.
    void refused(Envelope message) {
        meters.counter("payments.outbox.refusals", "topic", message.topic()).increment();
    }

    void buried(Envelope dead) {
        String topic = String.valueOf(dead.headers().get(Headers.DEAD_TOPIC));
        String reason = String.valueOf(dead.headers().get(Headers.DEAD_REASON));
        meters.counter("payments.deadletters", "topic", topic, "reason", reason).increment();
    }
}

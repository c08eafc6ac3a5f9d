package io.paymentsengine.payment.testing;

import io.paymentsengine.contracts.Headers;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.localstack.testing.KafkaWire;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The saga-orchestrator end of the wire: sends events and receives commands, as plain JSON.
public final class Wire implements AutoCloseable {

    public static final String EVENTS = "payment.events.v1";
    public static final String COMMANDS = "saga.commands.v1";
    public static final String DEAD_EVENTS = "payment.events.v1.dlt";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KafkaWire kafka;

    public Wire(String bootstrapServers) {
        this.kafka = KafkaWire.fromTheBeginning(bootstrapServers, COMMANDS, DEAD_EVENTS);
    }

    /// A received message.
    public record Heard(String topic, String key, Map<String, String> headers, String value) {

        public String type() {
            return headers.getOrDefault(Headers.TYPE, "");
        }

        public JsonNode json() {
            return JSON.readTree(value);
        }
    }

    /// Sends an event, such as `PaymentCompleted`, with these fields in addition to the payment's
    /// id.
    public void send(TenantId tenant, String event, String payment, String fields) {
        kafka.send(
                EVENTS,
                payment,
                KafkaWire.bytes("{\"paymentId\":\"%s\",%s}".formatted(payment, fields)),
                Map.of(
                        Headers.TYPE,
                        "io.paymentsengine." + event + ".v1",
                        Headers.TENANT,
                        tenant.value()));
        kafka.flush();
    }

    public void completed(TenantId tenant, String payment) {
        send(tenant, "PaymentCompleted", payment, "\"at\":\"2036-01-31T12:00:00.000Z\"");
    }

    public void cancelled(TenantId tenant, String payment) {
        send(tenant, "PaymentCancelled", payment, "\"at\":\"2036-01-31T12:00:00.000Z\"");
    }

    public void rejected(TenantId tenant, String payment, String code) {
        send(
                tenant,
                "PaymentRejected",
                payment,
                "\"reason\":{\"code\":\"%s\",\"detail\":\"no\"},\"at\":\"2036-01-31T12:00:00.000Z\""
                        .formatted(code));
    }

    /// Everything received so far about a payment, oldest first for each topic.
    public List<Heard> about(String payment) {
        return kafka.received().stream()
                .map(Wire::heard)
                .filter(each -> each.value().contains(payment))
                .toList();
    }

    @Override
    public void close() {
        kafka.close();
    }

    private static Heard heard(ConsumerRecord<byte[], byte[]> message) {
        return new Heard(
                message.topic(),
                new String(message.key(), StandardCharsets.UTF_8),
                KafkaWire.headers(message),
                KafkaWire.text(message));
    }
}

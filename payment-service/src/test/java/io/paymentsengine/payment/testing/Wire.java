package io.paymentsengine.payment.testing;

import io.paymentsengine.contracts.Headers;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// saga-orchestrator's end of the wire: sends events and hears commands, with plain clients.
public final class Wire implements AutoCloseable {

    public static final String EVENTS = "payment.events.v1";
    public static final String COMMANDS = "saga.commands.v1";
    public static final String DEAD_EVENTS = "payment.events.v1.dlt";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, String> consumer;
    private final List<Heard> heard = new ArrayList<>();

    public Wire(String bootstrapServers) {
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new StringSerializer(),
                        new StringSerializer());
        this.consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "group.id",
                                "wire-" + UUID.randomUUID(),
                                "auto.offset.reset",
                                "earliest"),
                        new StringDeserializer(),
                        new StringDeserializer());
        consumer.subscribe(List.of(COMMANDS, DEAD_EVENTS));
    }

    /// A message that came.
    public record Heard(String topic, String key, Map<String, String> headers, String value) {

        public String type() {
            return headers.getOrDefault(Headers.TYPE, "");
        }

        public JsonNode json() {
            return JSON.readTree(value);
        }
    }

    /// Sends an event, such as `PaymentCompleted`, with these fields beside the payment's id.
    public void send(TenantId tenant, String event, String payment, String fields) {
        ProducerRecord<String, String> out =
                new ProducerRecord<>(
                        EVENTS, payment, "{\"paymentId\":\"%s\",%s}".formatted(payment, fields));
        out.headers()
                .add(Headers.TYPE, bytes("io.paymentsengine." + event + ".v1"))
                .add(Headers.TENANT, bytes(tenant.value()));
        var _ = producer.send(out);
        producer.flush();
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

    /// All that has come so far about a payment, oldest first for each topic.
    public List<Heard> about(String payment) {
        consumer.poll(Duration.ofMillis(100)).forEach(each -> heard.add(heard(each)));
        return heard.stream().filter(each -> each.value().contains(payment)).toList();
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }

    private static Heard heard(ConsumerRecord<String, String> message) {
        return new Heard(
                message.topic(),
                message.key(),
                Arrays.stream(message.headers().toArray())
                        .collect(
                                Collectors.toMap(
                                        Header::key,
                                        header ->
                                                new String(
                                                        header.value(), StandardCharsets.UTF_8))),
                message.value());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package io.paymentsengine.saga;

import io.paymentsengine.contracts.Headers;
import io.paymentsengine.contracts.Message;
import io.paymentsengine.contracts.MessageType;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.localstack.testing.KafkaWire;
import io.paymentsengine.localstack.testing.Stores;
import io.paymentsengine.platform.json.StrictJson;
import io.paymentsengine.saga.domain.SagaKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/// The other services' end of the wire, operated by the test.
public final class Wire implements AutoCloseable {

    public static final String TRACE_PARENT =
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = StrictJson.mapper();

    private static final String[] TOPICS = {
        Topics.VALIDATION_COMMANDS.name(),
        Topics.ACCOUNT_COMMANDS.name(),
        Topics.PAYMENT_EVENTS.name(),
        Topics.SAGA_COMMANDS.deadLetters(),
        Topics.SAGA_REPLIES.deadLetters(),
    };

    private final KafkaWire kafka;
    private final List<Heard> heard = new ArrayList<>();

    /// A received message.
    public record Heard(String topic, String text, Map<String, String> headers) {

        boolean isAbout(PaymentId payment) {
            return text.contains(payment.toString());
        }

        <M extends Message> Stream<M> as(Class<M> form) {
            String type = headers.getOrDefault(Headers.TYPE, "");
            return MessageType.named(type).form() == form && !topic.endsWith(".dlt")
                    ? Stream.of(JSON.readValue(text, form))
                    : Stream.empty();
        }
    }

    public Wire(Stores stores) {
        this.kafka = KafkaWire.fromNowOn(stores.bootstrapServers(), TOPICS);
    }

    /// Sends a message on behalf of the payment's tenant.
    public void send(SagaKey saga, Message message) {
        kafka.send(
                Topics.of(message).name(),
                message.key(),
                JSON.writeValueAsBytes(message),
                Map.of(
                        Headers.TYPE, MessageType.of(message).wireName(),
                        Headers.TENANT, saga.tenant().value(),
                        Headers.TRACE_PARENT, TRACE_PARENT));
    }

    /// Waits for a message and returns it.
    public <M extends Message> M await(Class<M> form, PaymentId payment) {
        return await(form, payment, 1).getFirst();
    }

    /// Waits until at least this many messages have arrived, and returns them.
    public <M extends Message> List<M> await(Class<M> form, PaymentId payment, int count) {
        await(form + " about " + payment, () -> heard(form, payment).size() >= count);
        return heard(form, payment);
    }

    /// Waits for dead letters and returns them.
    public List<Heard> awaitDeadLetters(PaymentId payment, int count) {
        await("dead letters about " + payment, () -> deadLetters(payment).size() >= count);
        return deadLetters(payment);
    }

    /// The messages of this type received so far.
    public <M extends Message> List<M> all(Class<M> form, PaymentId payment) {
        var _ = listen();
        return heard(form, payment);
    }

    /// Everything received so far about a payment.
    public Stream<Heard> about(PaymentId payment) {
        var _ = listen();
        return heard(payment);
    }

    @Override
    public void close() {
        kafka.close();
    }

    private void await(String what, BooleanSupplier come) {
        Awaitility.await(what)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(PATIENCE)
                .until(() -> come.getAsBoolean() || (listen() && come.getAsBoolean()));
    }

    private <M extends Message> List<M> heard(Class<M> form, PaymentId payment) {
        return heard(payment).flatMap(each -> each.as(form)).toList();
    }

    private Stream<Heard> heard(PaymentId payment) {
        return heard.stream().filter(each -> each.isAbout(payment));
    }

    private List<Heard> deadLetters(PaymentId payment) {
        return heard(payment).filter(each -> each.topic().endsWith(".dlt")).toList();
    }

    /// Receives what has arrived, and returns whether there was anything.
    private boolean listen() {
        List<Heard> come = kafka.hear().stream().map(Wire::heard).toList();
        return heard.addAll(come);
    }

    private static Heard heard(ConsumerRecord<byte[], byte[]> message) {
        return new Heard(message.topic(), KafkaWire.text(message), KafkaWire.headers(message));
    }
}

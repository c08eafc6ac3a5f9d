package io.paymentsengine.saga;

import io.paymentsengine.contracts.Headers;
import io.paymentsengine.contracts.Message;
import io.paymentsengine.contracts.MessageType;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.localstack.testing.Stores;
import io.paymentsengine.platform.json.StrictJson;
import io.paymentsengine.saga.domain.SagaKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/// The other services at the other end of the wire, played by hand.
public final class Wire implements AutoCloseable {

    public static final String TRACE_PARENT =
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final JsonMapper JSON = StrictJson.mapper();

    private static final List<String> TOPICS =
            List.of(
                    Topics.VALIDATION_COMMANDS.name(),
                    Topics.ACCOUNT_COMMANDS.name(),
                    Topics.PAYMENT_EVENTS.name(),
                    Topics.SAGA_COMMANDS.deadLetters(),
                    Topics.SAGA_REPLIES.deadLetters());

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<Heard> heard = new ArrayList<>();

    /// A message as it came.
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
        String broker = stores.bootstrapServers();
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        this.consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", broker),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        listenFromNowOn();
    }

    /// Sends on behalf of the payment's tenant.
    public void send(SagaKey saga, Message message) {
        ProducerRecord<byte[], byte[]> out =
                new ProducerRecord<>(
                        Topics.of(message).name(),
                        bytes(message.key()),
                        JSON.writeValueAsBytes(message));
        Map.of(
                        Headers.TYPE, MessageType.of(message).wireName(),
                        Headers.TENANT, saga.tenant().value(),
                        Headers.TRACE_PARENT, TRACE_PARENT)
                .forEach((name, text) -> out.headers().add(name, bytes(text)));
        var _ = producer.send(out);
    }

    /// Waits for a message and gives it.
    public <M extends Message> M await(Class<M> form, PaymentId payment) {
        return await(form, payment, 1).getFirst();
    }

    /// Waits until at least so many of them have come.
    public <M extends Message> List<M> await(Class<M> form, PaymentId payment, int count) {
        await(form + " about " + payment, () -> heard(form, payment).size() >= count);
        return heard(form, payment);
    }

    /// Waits for dead letters.
    public List<Heard> awaitDeadLetters(PaymentId payment, int count) {
        await("dead letters about " + payment, () -> deadLetters(payment).size() >= count);
        return deadLetters(payment);
    }

    /// What has come so far.
    public <M extends Message> List<M> all(Class<M> form, PaymentId payment) {
        var _ = listen();
        return heard(form, payment);
    }

    /// All that has come so far about a payment.
    public Stream<Heard> about(PaymentId payment) {
        var _ = listen();
        return heard(payment);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
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

    /// No consumer group, whose members would have to be waited for.
    private void listenFromNowOn() {
        List<TopicPartition> partitions =
                TOPICS.stream()
                        .flatMap(topic -> consumer.partitionsFor(topic).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /// Whether there was anything to hear.
    private boolean listen() {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        records.forEach(record -> heard.add(heard(record)));
        return !records.isEmpty();
    }

    private static Heard heard(ConsumerRecord<byte[], byte[]> record) {
        return new Heard(
                record.topic(),
                new String(record.value(), StandardCharsets.UTF_8),
                Arrays.stream(record.headers().toArray())
                        .collect(
                                Collectors.toMap(
                                        Header::key,
                                        header ->
                                                new String(
                                                        header.value(), StandardCharsets.UTF_8))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

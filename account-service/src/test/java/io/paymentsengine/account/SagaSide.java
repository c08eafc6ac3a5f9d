package io.paymentsengine.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.contracts.AccountCommand;
import io.paymentsengine.contracts.Headers;
import io.paymentsengine.contracts.MessageType;
import io.paymentsengine.contracts.SagaReply;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.json.StrictJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.json.JsonMapper;

/// What saga-orchestrator does, with a plain producer and a plain consumer.
final class SagaSide implements AutoCloseable {

    private static final JsonMapper JSON = StrictJson.mapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<PaymentId, List<SagaReply>> replies = new HashMap<>();
    private final Map<String, List<String>> deadReasons = new HashMap<>();

    SagaSide(String bootstrapServers) {
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        this.consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        listenFromNowOn();
    }

    void send(TenantId tenant, AccountCommand... commands) {
        send(tenant, List.of(commands));
    }

    void send(TenantId tenant, Collection<? extends AccountCommand> commands) {
        for (AccountCommand command : commands) {
            ProducerRecord<byte[], byte[]> message =
                    new ProducerRecord<>(
                            Topics.ACCOUNT_COMMANDS.name(),
                            command.key().getBytes(UTF_8),
                            JSON.writeValueAsBytes(command));
            message.headers().add(Headers.TENANT, tenant.value().getBytes(UTF_8));
            message.headers().add(Headers.TYPE, MessageType.of(command).wireName().getBytes(UTF_8));
            var _ = producer.send(message);
        }
        producer.flush();
    }

    /// All replies about a payment, when so many have come.
    List<SagaReply> replies(PaymentId payment, int count) {
        awaitUntil(() -> repliesSoFar(payment).size() >= count);
        return repliesSoFar(payment);
    }

    /// Sends one command and waits for its reply.
    SagaReply ask(TenantId tenant, AccountCommand command) {
        int before = repliesSoFar(command.paymentId()).size();
        send(tenant, command);
        return replies(command.paymentId(), before + 1).getLast();
    }

    /// Why commands with this key became dead letters, when so many have.
    List<String> deadReasons(String key, int count) {
        awaitUntil(() -> deadReasons.getOrDefault(key, List.of()).size() >= count);
        return deadReasons.getOrDefault(key, List.of());
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }

    private void awaitUntil(BooleanSupplier condition) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(
                        () -> {
                            if (!condition.getAsBoolean()) {
                                poll();
                            }
                            return condition.getAsBoolean();
                        });
    }

    private List<SagaReply> repliesSoFar(PaymentId payment) {
        return List.copyOf(replies.getOrDefault(payment, List.of()));
    }

    private void poll() {
        for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
            if (each.topic().equals(Topics.SAGA_REPLIES.name())) {
                MessageType type = MessageType.named(header(each, Headers.TYPE));
                SagaReply reply = (SagaReply) JSON.readValue(each.value(), type.form());
                replies.computeIfAbsent(reply.paymentId(), _ -> new ArrayList<>()).add(reply);
            } else {
                deadReasons
                        .computeIfAbsent(new String(each.key(), UTF_8), _ -> new ArrayList<>())
                        .add(header(each, Headers.DEAD_REASON));
            }
        }
    }

    /// What earlier tests were told is not for this one.
    private void listenFromNowOn() {
        List<TopicPartition> all =
                Stream.of(Topics.SAGA_REPLIES.name(), Topics.ACCOUNT_COMMANDS.deadLetters())
                        .flatMap(topic -> consumer.partitionsFor(topic).stream())
                        .map(each -> new TopicPartition(each.topic(), each.partition()))
                        .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
    }

    private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), UTF_8);
    }
}

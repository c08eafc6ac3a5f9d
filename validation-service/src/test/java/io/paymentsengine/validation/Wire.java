package io.paymentsengine.validation;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.contracts.Topics;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.platform.ids.Ids;
import io.paymentsengine.platform.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// saga-orchestrator's end of the wire: a plain producer and a plain consumer.
final class Wire implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final JsonMapper json = StrictJson.mapper();
    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, List<Answer>> answers = new HashMap<>();

    Wire(String bootstrapServers) {
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers, "linger.ms", "20"),
                        new StringSerializer(),
                        new StringSerializer());
        this.consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "group.id",
                                "wire-" + Ids.next(),
                                "auto.offset.reset",
                                "earliest"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        consumer.subscribe(
                List.of(Topics.SAGA_REPLIES.name(), Topics.VALIDATION_COMMANDS.deadLetters()));
    }

    /// What came back about a payment.
    record Answer(String topic, String tenant, String type, PaymentId payment, JsonNode body) {

        /// `APPROVED`, or the code of the reason.
        String outcome() {
            return switch (type) {
                case "io.paymentsengine.PaymentValidated.v1" -> "APPROVED";
                case "io.paymentsengine.PaymentDeclined.v1" ->
                        body.get("reason").get("code").asString();
                default -> type;
            };
        }

        boolean isDead() {
            return topic.equals(Topics.VALIDATION_COMMANDS.deadLetters());
        }
    }

    void send(Command... commands) {
        send(List.of(commands));
    }

    void send(Collection<Command> commands) {
        for (Command command : commands) {
            ProducerRecord<String, String> out =
                    new ProducerRecord<>(
                            Topics.VALIDATION_COMMANDS.name(),
                            command.payment().toString(),
                            command.json());
            headers(command)
                    .forEach(
                            (name, value) ->
                                    out.headers()
                                            .add(name, value.getBytes(StandardCharsets.UTF_8)));
            var _ = producer.send(out);
        }
        producer.flush();
    }

    /// The answer to a command that was sent once.
    Answer answerTo(Command command) {
        return answersTo(command, 1).getFirst();
    }

    /// The answers to a command, once there are so many.
    List<Answer> answersTo(Command command, int times) {
        if (heard(command).size() < times) {
            await().atMost(PATIENCE)
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .until(() -> listen().heard(command).size() >= times);
        }
        return heard(command);
    }

    /// Takes in what has come.
    Wire listen() {
        consumer.poll(POLL).forEach(each -> keep(read(each)));
        return this;
    }

    /// What was taken in about a command so far.
    List<Answer> heard(Command command) {
        return answers.getOrDefault(keyOf(command.tenant(), command.payment()), List.of());
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }

    private static Map<String, String> headers(Command command) {
        Map<String, String> headers = new HashMap<>();
        headers.put("ce_type", "io.paymentsengine.ValidatePayment.v1");
        headers.put("x-tenant-id", command.tenant());
        return headers;
    }

    private void keep(Answer answer) {
        answers.computeIfAbsent(keyOf(answer.tenant(), answer.payment()), _ -> new ArrayList<>())
                .add(answer);
    }

    private static String keyOf(String tenant, PaymentId payment) {
        return tenant + "/" + payment;
    }

    private Answer read(ConsumerRecord<String, byte[]> message) {
        JsonNode body = json.readTree(message.value());
        return new Answer(
                message.topic(),
                header(message, "x-tenant-id"),
                header(message, "ce_type"),
                PaymentId.of(body.get("paymentId").asString()),
                body);
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(
                requireNonNull(message.headers().lastHeader(name)).value(), StandardCharsets.UTF_8);
    }
}

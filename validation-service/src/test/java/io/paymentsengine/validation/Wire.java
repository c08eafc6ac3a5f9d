package io.paymentsengine.validation;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.contracts.Headers;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.localstack.testing.KafkaWire;
import io.paymentsengine.platform.json.StrictJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The saga-orchestrator end of the wire, for validation.
final class Wire implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final JsonMapper json = StrictJson.mapper();
    private final KafkaWire kafka;
    private final Map<String, List<Answer>> answers = new HashMap<>();

    Wire(String bootstrapServers) {
        this.kafka =
                KafkaWire.fromTheBeginning(
                        bootstrapServers,
                        Topics.SAGA_REPLIES.name(),
                        Topics.VALIDATION_COMMANDS.deadLetters());
    }

    /// What was received about a payment.
    ///
    /// @param deadFor why it is a dead letter; empty if it is not one
    record Answer(String tenant, String type, PaymentId payment, JsonNode body, String deadFor) {

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
            return !deadFor.isEmpty();
        }
    }

    void send(Command... commands) {
        send(List.of(commands));
    }

    void send(Collection<Command> commands) {
        for (Command command : commands) {
            kafka.send(
                    Topics.VALIDATION_COMMANDS.name(),
                    command.payment().toString(),
                    KafkaWire.bytes(command.json()),
                    headers(command));
        }
        kafka.flush();
    }

    /// Waits for the answer to a command that was sent once.
    Answer answerTo(Command command) {
        return answersTo(command, 1).getFirst();
    }

    /// Waits until a command has this many answers, and returns them.
    List<Answer> answersTo(Command command, int times) {
        if (heard(command).size() < times) {
            await().atMost(PATIENCE)
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .until(() -> listen().heard(command).size() >= times);
        }
        return heard(command);
    }

    /// Receives what has arrived.
    Wire listen() {
        kafka.hear().forEach(each -> keep(read(each)));
        return this;
    }

    /// What has been received about a command so far.
    List<Answer> heard(Command command) {
        return answers.getOrDefault(keyOf(command.tenant(), command.payment()), List.of());
    }

    @Override
    public void close() {
        kafka.close();
    }

    private static Map<String, String> headers(Command command) {
        return Map.of(
                Headers.TYPE,
                "io.paymentsengine.ValidatePayment.v1",
                Headers.TENANT,
                command.tenant());
    }

    private void keep(Answer answer) {
        answers.computeIfAbsent(keyOf(answer.tenant(), answer.payment()), _ -> new ArrayList<>())
                .add(answer);
    }

    private static String keyOf(String tenant, PaymentId payment) {
        return tenant + "/" + payment;
    }

    private Answer read(ConsumerRecord<byte[], byte[]> message) {
        Map<String, String> headers = KafkaWire.headers(message);
        JsonNode body = json.readTree(message.value());
        return new Answer(
                requireNonNull(headers.get(Headers.TENANT)),
                requireNonNull(headers.get(Headers.TYPE)),
                PaymentId.of(body.get("paymentId").asString()),
                body,
                headers.getOrDefault(Headers.DEAD_REASON, ""));
    }
}

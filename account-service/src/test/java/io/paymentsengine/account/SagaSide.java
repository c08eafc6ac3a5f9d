package io.paymentsengine.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.contracts.AccountCommand;
import io.paymentsengine.contracts.Headers;
import io.paymentsengine.contracts.MessageType;
import io.paymentsengine.contracts.SagaReply;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.localstack.testing.KafkaWire;
import io.paymentsengine.platform.json.StrictJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.json.JsonMapper;

/// The messages that saga-orchestrator sends and receives.
final class SagaSide implements AutoCloseable {

    private static final JsonMapper JSON = StrictJson.mapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaWire kafka;
    private final Map<PaymentId, List<SagaReply>> replies = new HashMap<>();
    private final Map<String, List<String>> deadReasons = new HashMap<>();

    SagaSide(String bootstrapServers) {
        this.kafka =
                KafkaWire.fromNowOn(
                        bootstrapServers,
                        Topics.SAGA_REPLIES.name(),
                        Topics.ACCOUNT_COMMANDS.deadLetters());
    }

    void send(TenantId tenant, AccountCommand... commands) {
        send(tenant, List.of(commands));
    }

    void send(TenantId tenant, Collection<? extends AccountCommand> commands) {
        for (AccountCommand command : commands) {
            kafka.send(
                    Topics.ACCOUNT_COMMANDS.name(),
                    command.key(),
                    JSON.writeValueAsBytes(command),
                    Map.of(
                            Headers.TENANT,
                            tenant.value(),
                            Headers.TYPE,
                            MessageType.of(command).wireName()));
        }
        kafka.flush();
    }

    /// All replies about a payment, once this many have arrived.
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

    /// Why commands with this key became dead letters, once this many have.
    List<String> deadReasons(String key, int count) {
        awaitUntil(() -> deadReasons.getOrDefault(key, List.of()).size() >= count);
        return deadReasons.getOrDefault(key, List.of());
    }

    @Override
    public void close() {
        kafka.close();
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
        for (ConsumerRecord<byte[], byte[]> each : kafka.hear()) {
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

    private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        return requireNonNull(KafkaWire.headers(message).get(name));
    }
}

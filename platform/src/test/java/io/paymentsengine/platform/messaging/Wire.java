package io.paymentsengine.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.OpenTelemetry;
import io.paymentsengine.contracts.AccountCommand.ReserveFunds;
import io.paymentsengine.contracts.Headers;
import io.paymentsengine.contracts.MessageType;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.localstack.testing.KafkaWire;
import io.paymentsengine.platform.ids.Ids;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// A client that commands account-service and uses nothing of the platform but identifiers.
final class Wire implements AutoCloseable {

    private final KafkaWire kafka;

    Wire(String bootstrapServers, String... topics) {
        this.kafka = KafkaWire.fromTheBeginning(bootstrapServers, topics);
    }

    /// A command to reserve one minor unit of this currency.
    static ReserveFunds reserve(String currency) {
        return new ReserveFunds(
                new PaymentId(Ids.next()), new AccountId(Ids.next()), Money.of(1, currency));
    }

    void send(ReserveFunds command) {
        send(command.key(), json(command), headers(command));
    }

    void send(String key, byte @Nullable [] value, Map<String, String> headers) {
        kafka.send(Topics.ACCOUNT_COMMANDS.name(), key, value, headers);
    }

    void flush() {
        kafka.flush();
    }

    static Map<String, String> headers(ReserveFunds command) {
        Map<String, String> headers = new HashMap<>();
        headers.put(Headers.TYPE, MessageType.of(command).wireName());
        headers.put(Headers.TENANT, "STD-001");
        return headers;
    }

    static byte[] json(ReserveFunds command) {
        return KafkaWire.bytes(
                """
                {"paymentId":"%s","debtor":"%s","amount":{"minorUnits":%d,"currency":"%s"},"new":1}
                """
                        .formatted(
                                command.paymentId(),
                                command.debtor(),
                                command.amount().minorUnits(),
                                command.amount().currency()));
    }

    /// All messages that have arrived on the topics so far, oldest first within each partition.
    List<ConsumerRecord<byte[], byte[]>> received() {
        return kafka.received();
    }

    /// What a listener reports about its messages if nobody collects it.
    static MessageSpans noSpans() {
        return new MessageSpans(OpenTelemetry.noop());
    }

    static String text(ConsumerRecord<byte[], byte[]> message) {
        return KafkaWire.text(message);
    }

    static Map<String, String> headersOf(ConsumerRecord<byte[], byte[]> message) {
        return KafkaWire.headers(message);
    }

    @Override
    public void close() {
        kafka.close();
    }

    /// A command as a poll returns it.
    static ConsumerRecord<byte[], byte[]> consumed(
            TopicPartition at, long offset, ReserveFunds command) {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>(
                        at.topic(),
                        at.partition(),
                        offset,
                        command.key().getBytes(UTF_8),
                        json(command));
        headers(command).forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return record;
    }
}

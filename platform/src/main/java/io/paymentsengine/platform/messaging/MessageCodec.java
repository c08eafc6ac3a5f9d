package io.paymentsengine.platform.messaging;

import io.paymentsengine.contracts.Headers;
import io.paymentsengine.contracts.Message;
import io.paymentsengine.contracts.MessageType;
import io.paymentsengine.contracts.Topic;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.telemetry.TraceParent;
import io.paymentsengine.platform.tenancy.Tenants;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Encodes and decodes messages: JSON values, with CloudEvents 1.0 attributes as headers (Kafka binding,
/// binary mode). Unknown fields are ignored; unknown types and versions can't be read.
final class MessageCodec {

    private static final String SPEC_VERSION = "1.0";
    private static final String JSON = "application/json";

    /// Keeps a dead letter within the broker's limit for a message, however long the text of a fault is.
    private static final int DETAIL_MAX = 1_000;

    /// The maximum size of a message with what the protocol adds to it; somewhat less than
    /// [TopicPlan#MESSAGE_BYTES_MAX].
    private static final int BYTES_MAX = 1_000_000;

    private final JsonMapper json;
    private final Tenants tenants;
    private final String source;
    private final Supplier<UUID> ids;

    MessageCodec(JsonMapper json, Tenants tenants, String source, Supplier<UUID> ids) {
        this.json = json;
        this.tenants = tenants;
        this.source = source;
        this.ids = ids;
    }

    Envelope encode(Outgoing outgoing, Instant at) {
        Message message = outgoing.message();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(Headers.SPEC_VERSION, SPEC_VERSION);
        headers.put(Headers.ID, ids.get().toString());
        headers.put(Headers.TYPE, MessageType.of(message).wireName());
        headers.put(Headers.SOURCE, source);
        headers.put(Headers.TIME, at.toString());
        headers.put(Headers.CONTENT_TYPE, JSON);
        headers.put(Headers.TENANT, outgoing.tenant().value());
        if (outgoing.traceParent() != null) {
            headers.put(Headers.TRACE_PARENT, outgoing.traceParent());
        }
        String value = json.writeValueAsString(message);
        return new Envelope(Topics.of(message).name(), message.key(), headers, value, false);
    }

    <M extends Message> Received<M> decode(Topic<M> topic, ConsumerRecord<byte[], byte[]> consumed)
            throws Unreadable {
        MessageType type = typeOf(consumed);
        if (!topic.family().isAssignableFrom(type.form())) {
            throw new Unreadable("wrong-topic", type.wireName() + " does not belong on this topic");
        }
        TenantId tenant = tenantOf(consumed);
        M message = topic.family().cast(valueOf(consumed, type));
        String traceParent =
                TraceParent.parse(header(consumed, Headers.TRACE_PARENT))
                        .map(TraceParent::header)
                        .orElse(null);
        return new Received<>(message, tenant, traceParent, new Origin(consumed));
    }

    /// Makes a dead letter. It keeps key, value and headers byte for byte (of headers with the same name,
    /// the last), unless that is more than the broker accepts, which may happen with a message that was
    /// compressed. Such a dead letter only says why it is one and where the message was read.
    Envelope bury(ConsumerRecord<byte[], byte[]> dead, String reason, String detail) {
        Map<String, String> why = why(dead, reason, detail);
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : dead.headers()) {
            headers.put(
                    header.key(), binary(header.value() == null ? new byte[0] : header.value()));
        }
        headers.putAll(why);
        String key = dead.key() == null ? null : binary(dead.key());
        String value = dead.value() == null ? null : binary(dead.value());
        String topic = Topic.deadLettersOf(dead.topic());
        Envelope whole = new Envelope(topic, key, headers, value, true);
        if (whole.bytes() <= BYTES_MAX) {
            return whole;
        }
        why.put(Headers.DEAD_LEFT_OUT, Long.toString(whole.bytes()));
        return new Envelope(topic, null, why, null, true);
    }

    private static Map<String, String> why(
            ConsumerRecord<byte[], byte[]> dead, String reason, String detail) {
        Map<String, String> why = new LinkedHashMap<>();
        why.put(Headers.DEAD_REASON, reason);
        String said = detail.length() <= DETAIL_MAX ? detail : detail.substring(0, DETAIL_MAX);
        why.put(Headers.DEAD_DETAIL, binary(said.getBytes(StandardCharsets.UTF_8)));
        why.put(Headers.DEAD_TOPIC, dead.topic());
        why.put(Headers.DEAD_PARTITION, Integer.toString(dead.partition()));
        why.put(Headers.DEAD_OFFSET, Long.toString(dead.offset()));
        return why;
    }

    private static MessageType typeOf(ConsumerRecord<byte[], byte[]> consumed) throws Unreadable {
        String name = header(consumed, Headers.TYPE);
        if (name == null) {
            throw new Unreadable("no-type", "there is no header " + Headers.TYPE);
        }
        try {
            return MessageType.named(name);
        } catch (IllegalArgumentException unknown) {
            throw new Unreadable("unknown-type", String.valueOf(unknown.getMessage()));
        }
    }

    private TenantId tenantOf(ConsumerRecord<byte[], byte[]> consumed) throws Unreadable {
        String name = header(consumed, Headers.TENANT);
        if (name == null) {
            throw new Unreadable("no-tenant", "there is no header " + Headers.TENANT);
        }
        try {
            TenantId tenant = new TenantId(name);
            if (tenants.find(tenant).isPresent()) {
                return tenant;
            }
        } catch (IllegalArgumentException malformed) {
            throw new Unreadable(
                    "unknown-tenant", "the tenant " + String.valueOf(malformed.getMessage()));
        }
        throw new Unreadable("unknown-tenant", "tenant " + name + " is not registered");
    }

    private Message valueOf(ConsumerRecord<byte[], byte[]> consumed, MessageType type)
            throws Unreadable {
        if (consumed.value() == null) {
            throw new Unreadable("no-value", "there is no value");
        }
        try {
            return complete(json.readValue(consumed.value(), type.form()));
        } catch (JacksonException malformed) {
            throw new Unreadable("malformed-value", malformed.getOriginalMessage());
        }
    }

    /// JSON may omit what a record must have; then the value is not a message.
    private static Message complete(@Nullable Message message) throws Unreadable {
        if (message == null) {
            throw new Unreadable("no-value", "the value is null");
        }
        Optional<String> missing = RequiredFields.missingIn(message);
        if (missing.isPresent()) {
            throw new Unreadable("malformed-value", missing.get() + " is missing");
        }
        return message;
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> consumed, String name) {
        Header header = consumed.headers().lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String binary(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

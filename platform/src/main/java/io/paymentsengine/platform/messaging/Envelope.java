package io.paymentsengine.platform.messaging;

import io.paymentsengine.contracts.Headers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// A message ready to be sent, as the outbox keeps it.
///
/// @param key null where the original had none
/// @param value the JSON text, or for a dead letter whatever bytes there were
/// @param binary whether key, value and headers are bytes, one a character (ISO 8859-1), not text
record Envelope(
        String topic,
        @Nullable String key,
        Map<String, String> headers,
        @Nullable String value,
        boolean binary) {

    /// Whether it is a message that was set aside.
    boolean isDead() {
        return headers.containsKey(Headers.DEAD_REASON);
    }

    @SuppressWarnings("NullAway") // Kafka takes null keys and values, its types don't say so
    ProducerRecord<byte[], byte[]> toRecord() {
        Charset charset = binary ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        ProducerRecord<byte[], byte[]> out =
                new ProducerRecord<>(topic, bytes(key, charset), bytes(value, charset));
        headers.forEach((name, text) -> out.headers().add(name, text.getBytes(charset)));
        return out;
    }

    private static byte @Nullable [] bytes(@Nullable String text, Charset charset) {
        return text == null ? null : text.getBytes(charset);
    }
}

package io.paymentsengine.platform.messaging;

import io.paymentsengine.contracts.Headers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// A message that is ready to be sent, as the outbox stores it.
///
/// @param key null if the original had none
/// @param value the JSON text, or for a dead letter the original bytes
/// @param binary whether key, value and headers hold bytes, one per character (ISO 8859-1), rather
///     than text
record Envelope(
        String topic,
        @Nullable String key,
        Map<String, String> headers,
        @Nullable String value,
        boolean binary) {

    private static final int UTF_8_BYTES_MAX = 3;

    /// Two lengths of variable size.
    private static final int HEADER_BYTES_MAX = 10;

    /// Whether this is a dead letter.
    boolean isDead() {
        return headers.containsKey(Headers.DEAD_REASON);
    }

    /// The maximum size in bytes, including what the protocol adds to each header.
    long bytes() {
        long bytes = length(key) + length(value);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            bytes += length(header.getKey()) + length(header.getValue()) + HEADER_BYTES_MAX;
        }
        return bytes;
    }

    /// The maximum that UTF-8 may need, or the exact length if each character is a byte.
    private long length(@Nullable String text) {
        int each = binary ? 1 : UTF_8_BYTES_MAX;
        return text == null ? 0 : (long) text.length() * each;
    }

    @SuppressWarnings("NullAway") // Kafka takes null keys and values; its types don't say so
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

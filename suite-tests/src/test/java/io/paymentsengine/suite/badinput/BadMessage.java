package io.paymentsengine.suite.badinput;

import io.paymentsengine.contracts.Headers;
import io.paymentsengine.contracts.MessageType;
import io.paymentsengine.contracts.Topic;
import io.paymentsengine.localstack.Repository;
import io.paymentsengine.suite.logs.NewLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A message with a single error.
///
/// @param wrong a description of the error
/// @param value its bytes, one per character (ISO 8859-1)
/// @param key a unique key
/// @param reason the expected reason of its dead letter
record BadMessage(
        String wrong,
        String key,
        @Nullable String value,
        Map<String, String> headers,
        String reason) {

    /// Nearly as much as a dead letter keeps in full.
    private static final int HUGE = 990_000;

    /// Every error that a message of this type can have.
    static Stream<BadMessage> of(Topic<?> topic, MessageType type) {
        return Stream.of(unreadable(type), nameless(topic, type), tenantless(type))
                .flatMap(messages -> messages);
    }

    /// The sample of this type, about a payment that does not exist for this tenant.
    static BadMessage sample(MessageType type, String payment, String tenant) {
        String value =
                golden(type).replaceFirst("(\"paymentId\": *)\"[^\"]*\"", "$1\"" + payment + "\"");
        Map<String, String> headers = headers(type);
        headers.put(Headers.TENANT, tenant);
        return new BadMessage("no such payment", payment, value, headers, "");
    }

    /// The value as it is sent.
    byte @Nullable [] bytes() {
        return value == null ? null : value.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Stream<BadMessage> unreadable(MessageType type) {
        return Stream.of(
                saying(type, null, "no-value"),
                saying(type, "null", "no-value"),
                saying(type, "", "malformed-value"),
                saying(type, "\u00ff\u0000\u00fex", "malformed-value"),
                saying(type, "x".repeat(HUGE), "malformed-value"),
                saying(type, "{", "malformed-value"),
                saying(type, "{}", "malformed-value"),
                saying(type, "[]", "malformed-value"),
                saying(type, "x\r\n" + NewLines.FORGED, "malformed-value"),
                saying(type, nested(), "malformed-value"),
                saying(type, twice(type), "malformed-value"),
                saying(type, forged(type), "malformed-value"));
    }

    private static Stream<BadMessage> nameless(Topic<?> topic, MessageType type) {
        String strange =
                MessageType.all().stream()
                        .filter(each -> !topic.family().isAssignableFrom(each.form()))
                        .findFirst()
                        .orElseThrow()
                        .wireName();
        return Stream.of(
                without(type, Headers.TYPE, "no-type"),
                with(type, Headers.TYPE, "", "unknown-type"),
                with(type, Headers.TYPE, type.name(), "unknown-type"),
                with(type, Headers.TYPE, "io.paymentsengine.Rumour.v1", "unknown-type"),
                with(type, Headers.TYPE, "x\r\n" + NewLines.FORGED, "unknown-type"),
                with(type, Headers.TYPE, "x\u0000".repeat(5_000), "unknown-type"),
                with(
                        type,
                        Headers.TYPE,
                        type.wireName().replaceFirst("\\.v1$", ".v2"),
                        "unknown-type"),
                with(type, Headers.TYPE, strange, "wrong-topic"));
    }

    private static Stream<BadMessage> tenantless(MessageType type) {
        return Stream.of(
                without(type, Headers.TENANT, "no-tenant"),
                with(type, Headers.TENANT, "", "unknown-tenant"),
                with(type, Headers.TENANT, "*", "unknown-tenant"),
                with(type, Headers.TENANT, "std-001", "unknown-tenant"),
                with(type, Headers.TENANT, "STD-001' OR '1'='1", "unknown-tenant"),
                with(type, Headers.TENANT, "STD-001\r\n" + NewLines.FORGED, "unknown-tenant"),
                with(type, Headers.TENANT, "ZZZ-999", "unknown-tenant"));
    }

    private static BadMessage saying(MessageType type, @Nullable String value, String reason) {
        String start =
                value == null
                        ? "nothing"
                        : value.substring(0, Math.min(value.length(), 12)).strip();
        return new BadMessage(
                "value " + start, UUID.randomUUID().toString(), value, headers(type), reason);
    }

    private static BadMessage with(MessageType type, String header, String text, String reason) {
        Map<String, String> headers = headers(type);
        headers.put(header, text);
        return headed(type, header + " " + text, headers, reason);
    }

    private static BadMessage without(MessageType type, String header, String reason) {
        Map<String, String> headers = headers(type);
        headers.remove(header);
        return headed(type, "no " + header, headers, reason);
    }

    private static BadMessage headed(
            MessageType type, String wrong, Map<String, String> headers, String reason) {
        return new BadMessage(
                wrong.strip().substring(0, Math.min(40, wrong.strip().length())),
                UUID.randomUUID().toString(),
                golden(type),
                headers,
                reason);
    }

    private static String nested() {
        return "{\"a\": " + "[".repeat(20_000) + "]".repeat(20_000) + "}";
    }

    private static String twice(MessageType type) {
        return golden(type).replaceFirst("\\{", "{\"paymentId\": \"x\",");
    }

    private static String forged(MessageType type) {
        return golden(type).replaceFirst("\"paymentId\": *\"", "$0x\\\\r\\\\n" + NewLines.FORGED);
    }

    private static Map<String, String> headers(MessageType type) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(Headers.TYPE, type.wireName());
        headers.put(Headers.TENANT, "STD-001");
        return headers;
    }

    private static String golden(MessageType type) {
        Path samples = Path.of("contracts", "src", "test", "resources", "golden");
        Path sample = samples.resolve(type.name()).resolve("v%d.json".formatted(type.version()));
        try {
            return Files.readString(Repository.folder().resolve(sample));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}

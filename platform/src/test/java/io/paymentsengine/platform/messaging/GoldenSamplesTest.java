package io.paymentsengine.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.Message;
import io.paymentsengine.contracts.MessageType;
import io.paymentsengine.contracts.Topic;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.json.StrictJson;
import io.paymentsengine.platform.tenancy.Tenant;
import io.paymentsengine.platform.tenancy.Tenants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Every message that was ever sent stays readable, and what is sent today looks like the sample.
class GoldenSamplesTest {

    private static final Path SAMPLES = Path.of("../contracts/src/test/resources/golden");
    private static final TenantId TENANT = new TenantId("STD-001");

    private final JsonMapper json = StrictJson.mapper();
    private final MessageCodec codec =
            new MessageCodec(json, new Tenants(List.of(tenant())), "/test", UUID::randomUUID);

    static Stream<MessageType> types() {
        return MessageType.all().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_sample_is_read_and_written_alike(MessageType type) throws Exception {
        JsonNode sample = sampleOf(type);

        Message message = decode(type, sample);

        Envelope written = codec.encode(new Outgoing(TENANT, message, null), Instant.EPOCH);
        assertThat(json.readTree(written.value())).isEqualTo(sample);
        assertThat(written.headers()).containsEntry("ce_type", type.wireName());
    }

    @ParameterizedTest
    @MethodSource("types")
    void unknown_fields_are_ignored(MessageType type) throws Exception {
        ObjectNode later = (ObjectNode) sampleOf(type).deepCopy();
        later.put("aFieldOfTomorrow", "whatever");

        assertThat(decode(type, later)).isEqualTo(decode(type, sampleOf(type)));
    }

    private Message decode(MessageType type, JsonNode value) throws Exception {
        var record =
                new ConsumerRecord<>(
                        topicOf(type), 0, 0L, new byte[0], json.writeValueAsBytes(value));
        Map.of("ce_type", type.wireName(), "x-tenant-id", TENANT.value())
                .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return Topics.all().stream()
                .filter(topic -> topic.name().equals(record.topic()))
                .findAny()
                .map(topic -> read(topic, record))
                .orElseThrow();
    }

    private Message read(Topic<?> topic, ConsumerRecord<byte[], byte[]> record) {
        try {
            return codec.decode(topic, record).message();
        } catch (Unreadable unreadable) {
            throw new AssertionError(unreadable.reason(), unreadable);
        }
    }

    private static String topicOf(MessageType type) {
        return Topics.all().stream()
                .filter(topic -> topic.family().isAssignableFrom(type.form()))
                .findAny()
                .orElseThrow()
                .name();
    }

    private JsonNode sampleOf(MessageType type) throws IOException {
        Path file = SAMPLES.resolve(type.name()).resolve("v" + type.version() + ".json");
        return json.readTree(Files.readAllBytes(file));
    }

    private static Tenant tenant() {
        return new Tenant(
                TENANT,
                "A tenant",
                Tenant.Tier.STANDARD,
                new Tenant.Limits(Map.of(), 1, 1),
                new Tenant.Quotas(1));
    }
}

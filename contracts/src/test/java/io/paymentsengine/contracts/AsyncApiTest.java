package io.paymentsengine.contracts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// The AsyncAPI document describes the topics and messages that there are, field by field.
class AsyncApiTest {

    private final Map<String, Object> document = document();

    @Test
    void each_topic_carries_the_messages_of_its_family() {
        Map<String, List<String>> described = new TreeMap<>();
        for (Object channel : at(document, "channels").values()) {
            Map<String, Object> topic = asMap(channel);
            described.put(
                    (String) topic.get("address"),
                    at(topic, "messages").keySet().stream().sorted().toList());
        }

        assertThat(described).isEqualTo(carried());
    }

    @Test
    void each_message_has_its_wire_name_and_its_fields() {
        Map<String, Object> messages = at(at(document, "components"), "messages");
        Map<String, Object> schemas = at(at(document, "components"), "schemas");

        assertThat(messages).hasSize(MessageType.all().size());
        for (MessageType type : MessageType.all()) {
            assertThat(at(messages, type.name())).containsEntry("name", type.wireName());
            assertThat(at(at(schemas, type.name()), "properties").keySet())
                    .containsExactlyElementsOf(fieldsOf(type));
        }
    }

    private static Map<String, List<String>> carried() {
        return Topics.all().stream()
                .collect(
                        Collectors.toMap(
                                Topic::name, AsyncApiTest::messagesOf, (a, _) -> a, TreeMap::new));
    }

    private static List<String> messagesOf(Topic<?> topic) {
        return MessageType.all().stream()
                .filter(type -> topic.family().isAssignableFrom(type.form()))
                .map(MessageType::name)
                .sorted()
                .toList();
    }

    private static List<String> fieldsOf(MessageType type) {
        return Arrays.stream(type.form().getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static Map<String, Object> document() {
        try {
            return asMap(new Yaml().load(Files.readString(Path.of("../docs/asyncapi.yaml"))));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private static Map<String, Object> at(Map<String, Object> map, String key) {
        return asMap(requireNonNull(map.get(key), key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }
}

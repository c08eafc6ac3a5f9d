package io.paymentsengine.contracts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/// The AsyncAPI document describes exactly the topics and messages that exist, field by field.
class AsyncApiTest {

    private static final List<String> OF_DEAD_LETTERS = List.of("DeadLetter", "ReplayNote");

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
        Map<String, Object> messages = components("messages");

        assertThat(messages).hasSize(MessageType.all().size() + OF_DEAD_LETTERS.size());
        for (MessageType type : MessageType.all()) {
            assertThat(at(messages, type.name())).containsEntry("name", type.wireName());
            Map<String, Object> schema = at(components("schemas"), type.name());
            assertThat(at(schema, "properties").keySet()).containsExactlyElementsOf(fieldsOf(type));
            assertThat(schema).containsEntry("required", fieldsOf(type));
        }
    }

    @Test
    void each_message_says_what_its_key_is() {
        for (MessageType type : MessageType.all()) {
            String key = AccountCommand.class.isAssignableFrom(type.form()) ? "Debtor" : "Payment";
            assertThat(at(at(components("messages"), type.name()), "bindings"))
                    .containsEntry("$ref", "#/components/messageBindings/by" + key);
        }
        assertThat(components("messageBindings")).containsOnlyKeys("byPayment", "byDebtor");
    }

    @Test
    void every_topic_is_sent_to_and_those_of_messages_are_received_from() {
        List<String> described =
                at(document, "operations").values().stream()
                        .map(AsyncApiTest::asMap)
                        .map(each -> each.get("action") + " " + at(each, "channel").get("$ref"))
                        .map(each -> each.replace("#/channels/", ""))
                        .toList();

        List<String> expected =
                at(document, "channels").keySet().stream()
                        .flatMap(
                                channel ->
                                        channel.endsWith("Dead")
                                                ? Stream.of("send " + channel)
                                                : Stream.of(
                                                        "send " + channel, "receive " + channel))
                        .toList();
        assertThat(described).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void headers_are_those_that_messages_have() throws ReflectiveOperationException {
        Map<String, Object> all = at(at(components("schemas"), "Headers"), "properties");
        Map<String, Object> dead = at(at(components("schemas"), "DeadLetterHeaders"), "properties");

        for (Field constant : Headers.class.getFields()) {
            String name = (String) constant.get(null);
            assertThat(name.startsWith("x-dead-") ? dead : all).containsKey(name);
        }
        assertThat(at(components("schemas"), "Headers"))
                .containsEntry(
                        "required",
                        List.of(
                                Headers.SPEC_VERSION,
                                Headers.ID,
                                Headers.TYPE,
                                Headers.SOURCE,
                                Headers.TIME,
                                Headers.CONTENT_TYPE,
                                Headers.TENANT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0197a3c2-5e1f-7c4d-8a9b-1c2d3e4f5a6b",
                "0197A3C2-5E1F-7C4D-8A9B-1C2D3E4F5A6B",
                "DE89370400440532013000",
                "de89370400440532013000",
                "DE8937",
                "account-1",
                ""
            })
    void an_account_is_named_as_the_code_takes_it(String text) {
        String pattern = (String) at(components("schemas"), "AccountReference").get("pattern");

        assertThat(text.matches(requireNonNull(pattern))).isEqualTo(isReference(text));
    }

    private static boolean isReference(String text) {
        try {
            return new AccountReference(text).value().equals(text);
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private Map<String, Object> components(String kind) {
        return at(at(document, "components"), kind);
    }

    private static Map<String, List<String>> carried() {
        Map<String, List<String>> carried = new TreeMap<>();
        for (Topic<?> topic : Topics.all()) {
            carried.put(topic.name(), messagesOf(topic));
            carried.put(topic.deadLetters(), OF_DEAD_LETTERS);
        }
        return carried;
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

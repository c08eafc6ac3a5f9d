package io.paymentsengine.operator;

import io.paymentsengine.contracts.Topic;
import io.paymentsengine.contracts.Topics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an operator wants, as words such as `command=list`.
sealed interface Order {

    String USAGE =
            """
            command=list   [topic=<name>] [values=true]
            command=replay topic=<name> offsets=<3,5|all> [again=true]
            and for both   [kafka=<host:port>] [config=<file with properties of the client>]
            topics: %s"""
                    .formatted(String.join(", ", Order.topics()));

    Broker broker();

    /// Show what was set aside.
    ///
    /// @param values whether to show what the letters say, which is customers' data
    record Show(Broker broker, List<String> topics, boolean values) implements Order {}

    /// Send dead letters back to where they came from.
    ///
    /// @param again whether those too that were sent back before
    record Replay(Broker broker, String topic, Offsets offsets, boolean again) implements Order {}

    /// Reads the words of a command line.
    ///
    /// @throws IllegalArgumentException if they are none, with what is wrong
    static Order of(List<String> words) {
        Map<String, String> told = told(words);
        Broker broker =
                new Broker(
                        told.getOrDefault("kafka", "localhost:9092"),
                        told.getOrDefault("config", ""));
        return switch (told.getOrDefault("command", "")) {
            case "list" -> {
                knowing(told, Set.of("command", "kafka", "config", "topic", "values"));
                List<String> topics =
                        told.containsKey("topic") ? List.of(known(told.get("topic"))) : topics();
                yield new Show(broker, topics, isSet(told, "values"));
            }
            case "replay" -> {
                knowing(told, Set.of("command", "kafka", "config", "topic", "offsets", "again"));
                yield new Replay(
                        broker,
                        known(told.getOrDefault("topic", "")),
                        Offsets.parse(told.getOrDefault("offsets", "")),
                        isSet(told, "again"));
            }
            case String other ->
                    throw new IllegalArgumentException(
                            "command=%s: there are list and replay".formatted(other));
        };
    }

    /// What is not said stands there empty when Maven passes it on.
    private static Map<String, String> told(List<String> words) {
        Map<String, String> told = new LinkedHashMap<>();
        for (String word : words) {
            String[] parts = word.split("=", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException(word + ": give name=value");
            }
            if (!parts[1].isBlank()) {
                told.put(parts[0], parts[1].strip());
            }
        }
        return told;
    }

    private static void knowing(Map<String, String> told, Set<String> names) {
        List<String> strange = new ArrayList<>(told.keySet());
        strange.removeAll(names);
        if (!strange.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s means nothing to %s".formatted(strange, told.get("command")));
        }
    }

    private static String known(String topic) {
        if (!topics().contains(topic)) {
            throw new IllegalArgumentException("topic=%s: there is no such topic".formatted(topic));
        }
        return topic;
    }

    private static boolean isSet(Map<String, String> told, String name) {
        return told.getOrDefault(name, "false").equals("true");
    }

    private static List<String> topics() {
        return Topics.all().stream().map(Topic::name).toList();
    }
}

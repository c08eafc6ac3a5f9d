package io.paymentsengine.operator;

import io.paymentsengine.contracts.Topic;
import io.paymentsengine.contracts.Topics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A command of an operator, given as words such as `command=list`.
sealed interface DeadLetterCommand {

    String USAGE =
            """
            command=list   [topic=<name>] [values=true]
            command=replay topic=<name> offsets=<3,5|all> [again=true]
            with either    [kafka=<host:port>] [config=<file with Kafka client properties>]
            topics: %s"""
                    .formatted(String.join(", ", DeadLetterCommand.topics()));

    Broker broker();

    /// Lists dead letters.
    ///
    /// @param values whether to show the values of the messages, which are customers' data
    record Show(Broker broker, List<String> topics, boolean values) implements DeadLetterCommand {}

    /// Sends dead letters back to the topic that they came from.
    ///
    /// @param again whether to replay even those that were replayed before
    record Replay(Broker broker, String topic, Offsets offsets, boolean again)
            implements DeadLetterCommand {}

    /// Parses the words of a command line.
    ///
    /// @throws IllegalArgumentException with what is wrong, if they are not a valid command
    static DeadLetterCommand of(List<String> words) {
        Map<String, String> options = options(words);
        Broker broker =
                new Broker(
                        options.getOrDefault("kafka", "localhost:9092"),
                        options.getOrDefault("config", ""));
        return switch (options.getOrDefault("command", "")) {
            case "list" -> {
                requireKnown(options, Set.of("command", "kafka", "config", "topic", "values"));
                List<String> topics =
                        options.containsKey("topic")
                                ? List.of(known(options.get("topic")))
                                : topics();
                yield new Show(broker, topics, isSet(options, "values"));
            }
            case "replay" -> {
                requireKnown(
                        options, Set.of("command", "kafka", "config", "topic", "offsets", "again"));
                yield new Replay(
                        broker,
                        known(options.getOrDefault("topic", "")),
                        Offsets.parse(options.getOrDefault("offsets", "")),
                        isSet(options, "again"));
            }
            case String other ->
                    throw new IllegalArgumentException(
                            "command=%s: expected list or replay".formatted(other));
        };
    }

    /// Maven passes on options that were not given with an empty value; these are left out.
    private static Map<String, String> options(List<String> words) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String word : words) {
            String[] parts = word.split("=", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException(word + ": expected name=value");
            }
            if (!parts[1].isBlank()) {
                options.put(parts[0], parts[1].strip());
            }
        }
        return options;
    }

    private static void requireKnown(Map<String, String> options, Set<String> names) {
        List<String> strange = new ArrayList<>(options.keySet());
        strange.removeAll(names);
        if (!strange.isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown options for command=%s: %s"
                            .formatted(options.get("command"), strange));
        }
    }

    private static String known(String topic) {
        if (!topics().contains(topic)) {
            throw new IllegalArgumentException("topic=%s: no such topic".formatted(topic));
        }
        return topic;
    }

    private static boolean isSet(Map<String, String> options, String name) {
        return options.getOrDefault(name, "false").equals("true");
    }

    private static List<String> topics() {
        return Topics.all().stream().map(Topic::name).toList();
    }
}

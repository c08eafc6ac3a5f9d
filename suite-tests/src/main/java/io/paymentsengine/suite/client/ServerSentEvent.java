package io.paymentsengine.suite.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// One event of a `text/event-stream`.
///
/// @param id where a client that lost its connection resumes; empty if the event has none
/// @param name the kind of event; empty if the event has none
public record ServerSentEvent(String id, String name, JsonNode data) {

    /// The events in these lines, as they arrive. The iterator ends when the server ends the response.
    /// Comments, which only keep the connection alive, are skipped.
    public static Iterator<ServerSentEvent> in(Stream<String> lines) {
        return new Reader(lines.iterator());
    }

    /// All events in these lines; returns when the server has ended the response.
    public static List<ServerSentEvent> allIn(Stream<String> lines) {
        List<ServerSentEvent> all = new ArrayList<>();
        in(lines).forEachRemaining(all::add);
        return all;
    }

    private static ServerSentEvent of(Map<String, String> fields) {
        return new ServerSentEvent(
                fields.getOrDefault("id", ""),
                fields.getOrDefault("event", ""),
                Json.tree(fields.getOrDefault("data", "null")));
    }

    private static final class Reader implements Iterator<ServerSentEvent> {

        private final Iterator<String> lines;
        private final Map<String, String> fields = new HashMap<>();

        Reader(Iterator<String> lines) {
            this.lines = lines;
        }

        @Override
        public boolean hasNext() {
            while (!fields.containsKey("data") && lines.hasNext()) {
                fields.clear();
                readBlock();
            }
            return fields.containsKey("data");
        }

        @Override
        public ServerSentEvent next() {
            if (!hasNext()) {
                throw new NoSuchElementException("the stream has ended");
            }
            ServerSentEvent event = of(fields);
            fields.clear();
            return event;
        }

        /// Reads up to the next empty line.
        private void readBlock() {
            while (lines.hasNext()) {
                String line = lines.next();
                if (line.isEmpty()) {
                    return;
                }
                int colon = line.indexOf(':');
                if (colon > 0) {
                    String value = line.substring(colon + 1).stripLeading();
                    fields.merge(line.substring(0, colon), value, (one, two) -> one + "\n" + two);
                }
            }
        }
    }
}

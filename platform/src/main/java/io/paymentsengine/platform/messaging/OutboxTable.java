package io.paymentsengine.platform.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The table of the outbox.
final class OutboxTable {

    private static final TypeReference<List<Envelope>> ENVELOPES = new TypeReference<>() {};

    /// Not the application's mapper, which refuses text that a dead letter may contain. Whatever was
    /// written can be read, however long the name of a header: an unreadable row would keep the sweeper
    /// from all others.
    private final JsonMapper json =
            new JsonMapper(
                    JsonFactory.builder()
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxNameLength(TopicPlan.MESSAGE_BYTES_MAX)
                                            .build())
                            .build());

    private final JdbcClient jdbc;

    OutboxTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The messages that one transaction committed.
    record Row(long id, List<Envelope> messages) {}

    /// Stores messages as one row, and in the same statement deletes rows that are known to be sent, except
    /// those that a sweeper has locked: it waits for the broker, and deletes them itself.
    long insert(List<Envelope> messages, Collection<Long> sent) {
        return jdbc.sql(
                        """
                        WITH gone AS (
                            DELETE FROM outbox WHERE id IN (
                                SELECT id FROM outbox WHERE id = ANY (:sent)
                                FOR UPDATE SKIP LOCKED))
                        INSERT INTO outbox (messages) VALUES (:messages) RETURNING id
                        """)
                .param("sent", sent.toArray(Long[]::new))
                .param("messages", json.writeValueAsString(messages))
                .query(Long.class)
                .single();
    }

    void delete(Collection<Long> sent) {
        jdbc.sql("DELETE FROM outbox WHERE id = ANY (:sent)")
                .param("sent", sent.toArray(Long[]::new))
                .update();
    }

    /// Leaves only these messages in their rows.
    void replace(Collection<Row> rows) {
        jdbc.sql(
                        """
                        UPDATE outbox SET messages = new.messages
                        FROM unnest(:ids, :messages) AS new (id, messages)
                        WHERE outbox.id = new.id
                        """)
                .param("ids", rows.stream().map(Row::id).toArray(Long[]::new))
                .param(
                        "messages",
                        rows.stream()
                                .map(row -> json.writeValueAsString(row.messages()))
                                .toArray(String[]::new))
                .update();
    }

    /// Locks and returns the oldest rows after this one that have waited for this long; skips rows that
    /// others have locked.
    List<Row> lockUnsent(long after, Duration age, int max) {
        return jdbc.sql(
                        """
                        SELECT id, messages FROM outbox
                        WHERE id > :after
                          AND created_at < now() - make_interval(secs => :seconds)
                        ORDER BY id LIMIT :max FOR UPDATE SKIP LOCKED
                        """)
                .param("after", after)
                .param("seconds", age.toMillis() / 1000.0)
                .param("max", max)
                .query(
                        (row, _) ->
                                new Row(
                                        row.getLong("id"),
                                        json.readValue(row.getString("messages"), ENVELOPES)))
                .list();
    }

    /// How long the oldest row has waited, in seconds; 0 if there is none.
    double oldestAgeSeconds() {
        return jdbc.sql(
                        """
                        SELECT extract(epoch FROM now() - created_at)::float8
                        FROM outbox ORDER BY id LIMIT 1
                        """)
                .query(Double.class)
                .optional()
                .orElse(0.0);
    }
}

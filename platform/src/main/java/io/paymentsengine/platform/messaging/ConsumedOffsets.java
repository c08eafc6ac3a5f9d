package io.paymentsengine.platform.messaging;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far this service has come on each partition. A batch moves the offsets in the same transaction as
/// its effects: both happen or neither does, and of two consumers that both believe they own a partition,
/// only one can commit.
final class ConsumedOffsets {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumedOffsets.class);

    private final JdbcClient jdbc;

    ConsumedOffsets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The move of a partition from one offset to another.
    record Move(TopicPartition partition, long from, long to) {}

    /// Where to resume reading. A partition that is seen for the first time starts at its beginning. So
    /// does a partition that currently ends before what was handled of it, because it is no longer the
    /// same log: its messages are new, and any that are not are recognised as repeats.
    ///
    /// This is detected here only when a partition is assigned or a batch has failed. A log that loses its
    /// end while it is being read is recognised by records from before the position, which [BatchListener]
    /// handles. A log that nobody read in the meantime, and that has grown past the position again, can't
    /// be told from the old one.
    ///
    /// @param endsOf returns where logs end. It is called after the positions are read: so positions of an
    ///     unchanged log are never past its end, even if another consumer moves them in the meantime
    Map<TopicPartition, Long> startOrResume(
            Map<TopicPartition, Long> beginnings,
            Function<Collection<TopicPartition>, Map<TopicPartition, Long>> endsOf) {
        Map<TopicPartition, Long> stored = stored(beginnings);
        Map<TopicPartition, Long> ends = endsOf.apply(stored.keySet());
        tellWhatIsGone(stored, beginnings);
        List<Move> back =
                stored.entrySet().stream()
                        .filter(each -> each.getValue() > requireNonNull(ends.get(each.getKey())))
                        .map(each -> backToBeginning(each, beginnings))
                        .toList();
        if (!back.isEmpty()) {
            LOG.error("Topics are not the ones that were read before: all is read again: {}", back);
            move(back);
            back.forEach(each -> stored.put(each.partition(), each.to()));
        }
        return stored;
    }

    /// Nothing can be done about it here: payments are requested again until they end.
    private static void tellWhatIsGone(
            Map<TopicPartition, Long> stored, Map<TopicPartition, Long> beginnings) {
        stored.forEach(
                (partition, position) -> {
                    long beginning = requireNonNull(beginnings.get(partition));
                    if (position < beginning) {
                        LOG.error(
                                "{} begins at {}: its messages from {} on were deleted before they were"
                                        + " handled",
                                partition,
                                beginning,
                                position);
                    }
                });
    }

    private static Move backToBeginning(
            Map.Entry<TopicPartition, Long> stored, Map<TopicPartition, Long> beginnings) {
        long beginning = requireNonNull(beginnings.get(stored.getKey()));
        return new Move(stored.getKey(), stored.getValue(), beginning);
    }

    private Map<TopicPartition, Long> stored(Map<TopicPartition, Long> beginnings) {
        List<TopicPartition> partitions = List.copyOf(beginnings.keySet());
        Map<TopicPartition, Long> next = new HashMap<>();
        jdbc.sql(
                        """
                        WITH started AS (
                            INSERT INTO consumed (topic, partition, next_offset)
                            SELECT * FROM unnest(:topics, :partitions, :beginnings)
                            ON CONFLICT DO NOTHING
                            RETURNING topic, partition, next_offset)
                        SELECT topic, partition, next_offset FROM started
                        UNION ALL
                        SELECT topic, partition, next_offset
                        FROM consumed JOIN unnest(:topics, :partitions) AS asked (topic, partition)
                             USING (topic, partition)
                        """)
                .param("topics", topics(partitions))
                .param("partitions", numbers(partitions))
                .param("beginnings", partitions.stream().map(beginnings::get).toArray(Long[]::new))
                .query(
                        row -> {
                            next.put(
                                    new TopicPartition(
                                            row.getString("topic"), row.getInt("partition")),
                                    row.getLong("next_offset"));
                        });
        return next;
    }

    /// Moves the offsets and locks their rows until the transaction ends.
    ///
    /// @throws Fenced if one of them is not where this consumer left it
    void move(Collection<Move> moves) {
        List<TopicPartition> partitions = moves.stream().map(Move::partition).toList();
        int moved =
                jdbc.sql(
                                """
                                WITH move AS (
                                    SELECT * FROM unnest(:topics, :partitions, :origins, :targets)
                                         AS asked (topic, partition, origin, target)),
                                held AS (
                                    SELECT topic, partition FROM consumed
                                    JOIN move USING (topic, partition)
                                    ORDER BY topic, partition FOR UPDATE OF consumed)
                                UPDATE consumed SET next_offset = move.target
                                FROM move JOIN held USING (topic, partition)
                                WHERE consumed.topic = move.topic
                                  AND consumed.partition = move.partition
                                  AND consumed.next_offset = move.origin
                                """)
                        .param("topics", topics(partitions))
                        .param("partitions", numbers(partitions))
                        .param("origins", moves.stream().map(Move::from).toArray(Long[]::new))
                        .param("targets", moves.stream().map(Move::to).toArray(Long[]::new))
                        .update();
        if (moved != moves.size()) {
            throw new Fenced(partitions);
        }
    }

    private static String[] topics(List<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::topic).toArray(String[]::new);
    }

    private static Integer[] numbers(List<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).toArray(Integer[]::new);
    }
}

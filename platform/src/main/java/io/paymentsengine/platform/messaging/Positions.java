package io.paymentsengine.platform.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// Where a consumer left each of its partitions, as the database has it. A position that is not known
/// here has to be read from the database before anything is handled. Used by the consumer's thread
/// only.
final class Positions {

    private final Map<TopicPartition, Long> next = new HashMap<>();

    void know(Map<TopicPartition, Long> stored) {
        next.putAll(stored);
    }

    void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(next::remove);
    }

    boolean knowsAll(Collection<TopicPartition> partitions) {
        return next.keySet().containsAll(partitions);
    }

    /// The partitions whose records begin before their position, each with the move back to where the
    /// records begin.
    List<ConsumedOffsets.Move> rewritten(List<ConsumerRecord<byte[], byte[]>> records) {
        return movesTo(beginningsOf(records)).stream()
                .filter(move -> move.to() < move.from())
                .toList();
    }

    /// How these records move their partitions: past the last record of each, which is a move back if
    /// the log was rewritten.
    List<ConsumedOffsets.Move> movesOf(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<TopicPartition, Long> ends = new LinkedHashMap<>();
        records.forEach(each -> ends.put(partitionOf(each), each.offset() + 1));
        return movesTo(ends);
    }

    private List<ConsumedOffsets.Move> movesTo(Map<TopicPartition, Long> targets) {
        return targets.entrySet().stream()
                .map(
                        each ->
                                new ConsumedOffsets.Move(
                                        each.getKey(), at(each.getKey()), each.getValue()))
                .toList();
    }

    void moved(Collection<ConsumedOffsets.Move> moves) {
        moves.forEach(move -> next.put(move.partition(), move.to()));
    }

    static Map<TopicPartition, Long> beginningsOf(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<TopicPartition, Long> beginnings = new LinkedHashMap<>();
        records.forEach(each -> beginnings.putIfAbsent(partitionOf(each), each.offset()));
        return beginnings;
    }

    static List<TopicPartition> partitionsOf(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().map(Positions::partitionOf).distinct().toList();
    }

    private static TopicPartition partitionOf(ConsumerRecord<byte[], byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private long at(TopicPartition partition) {
        @Nullable Long position = next.get(partition);
        if (position == null) {
            throw new IllegalStateException("position of " + partition + " is not known");
        }
        return position;
    }
}

package io.paymentsengine.platform.messaging;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// Where this process left each of its partitions, as the database has it. What is not known here
/// has to be read from there before anything is handled.
final class Positions {

    private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();

    void know(Map<TopicPartition, Long> stored) {
        next.putAll(stored);
    }

    void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(next::remove);
    }

    boolean knowsAll(Collection<TopicPartition> partitions) {
        return next.keySet().containsAll(partitions);
    }

    /// What of these records has not been handled yet.
    List<ConsumerRecord<byte[], byte[]>> unseen(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().filter(each -> each.offset() >= at(partitionOf(each))).toList();
    }

    /// How these records move their partitions.
    List<ConsumedOffsets.Move> movesOf(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<TopicPartition, Long> ends = new LinkedHashMap<>();
        records.forEach(each -> ends.merge(partitionOf(each), each.offset() + 1, Math::max));
        return ends.entrySet().stream()
                .map(
                        end ->
                                new ConsumedOffsets.Move(
                                        end.getKey(), at(end.getKey()), end.getValue()))
                .toList();
    }

    void moved(Collection<ConsumedOffsets.Move> moves) {
        moves.forEach(move -> next.put(move.partition(), move.to()));
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

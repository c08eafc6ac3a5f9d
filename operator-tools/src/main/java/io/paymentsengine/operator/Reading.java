package io.paymentsengine.operator;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/// Reads the records that a partition has now.
///
/// @param patience how long to wait for the next record from a broker that returns none
record Reading(Consumer<byte[], byte[]> consumer, Duration patience) {

    private static final Duration POLL = Duration.ofMillis(500);

    /// Passes records to the reader one by one, from the consumer's position up to an offset.
    ///
    /// @param end the first offset that is not read
    /// @throws TimeoutException if the broker returns no further records in time
    void until(
            long end,
            TopicPartition partition,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        long progress = System.nanoTime();
        for (long position = consumer.position(partition); position < end; ) {
            consumer.poll(POLL).records(partition).stream()
                    .filter(each -> each.offset() < end)
                    .forEach(reader);
            long before = position;
            position = consumer.position(partition);
            if (position > before) {
                progress = System.nanoTime();
            } else if (System.nanoTime() - progress > patience.toNanos()) {
                throw new TimeoutException(
                        "nothing received from %s at offset %d for %d s"
                                .formatted(partition, position, patience.toSeconds()));
            }
        }
    }
}

package io.paymentsengine.operator;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/// Reads what a partition has now.
///
/// @param patience with a broker that gives nothing out, though there is something
record Reading(Consumer<byte[], byte[]> consumer, Duration patience) {

    private static final Duration POLL = Duration.ofMillis(500);

    /// Hands over all that the partition has before an offset, from where the consumer reads, one by one.
    ///
    /// @throws TimeoutException if nothing more comes
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
                        "nothing came of %s at offset %d for %d s"
                                .formatted(partition, position, patience.toSeconds()));
            }
        }
    }
}

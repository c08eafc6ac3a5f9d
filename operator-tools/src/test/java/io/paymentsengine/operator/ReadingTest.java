package io.paymentsengine.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadingTest {

    private static final TopicPartition BOX = new TopicPartition("account.commands.v1.dlt", 0);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final Reading reading = new Reading(consumer, Duration.ofMillis(50));

    private final List<Long> read = new ArrayList<>();

    ReadingTest() {
        consumer.assign(List.of(BOX));
        consumer.updateBeginningOffsets(Map.of(BOX, 0L));
        consumer.seekToBeginning(List.of(BOX));
    }

    @Test
    void what_came_after_the_end_is_left() {
        consumer.addRecord(letter(0));
        consumer.addRecord(letter(1));
        consumer.addRecord(letter(2));

        reading.until(2, BOX, each -> read.add(each.offset()));

        assertThat(read).containsExactly(0L, 1L);
    }

    @Test
    void a_broker_that_gives_nothing_out_is_not_waited_for_without_end() {
        consumer.addRecord(letter(0));

        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> reading.until(2, BOX, each -> read.add(each.offset())))
                .withMessageContaining("nothing received from " + BOX);
    }

    private static ConsumerRecord<byte[], byte[]> letter(long offset) {
        return new ConsumerRecord<>(BOX.topic(), BOX.partition(), offset, new byte[0], new byte[0]);
    }
}

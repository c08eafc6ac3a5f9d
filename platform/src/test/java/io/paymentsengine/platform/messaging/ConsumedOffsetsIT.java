package io.paymentsengine.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.paymentsengine.localstack.testing.WithStores;
import io.paymentsengine.platform.ids.Ids;
import io.paymentsengine.platform.messaging.ConsumedOffsets.Move;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = DeedsService.class)
@WithStores(database = "messaging_parts")
class ConsumedOffsetsIT {

    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private final TopicPartition one = new TopicPartition("topic-" + Ids.next(), 0);
    private final TopicPartition other = new TopicPartition(one.topic(), 1);

    @Test
    void of_two_consumers_only_one_moves_a_partition() {
        resume(one, 0, 10);
        resume(other, 0, 10);
        move(new Move(one, 0, 5));

        assertThatExceptionOfType(Fenced.class)
                .isThrownBy(() -> move(new Move(other, 0, 3), new Move(one, 0, 4)));
        assertThat(resume(one, 0, 10)).isEqualTo(5);
        assertThat(resume(other, 0, 10)).isZero();
    }

    @Test
    void a_partition_is_resumed_where_it_was_left() {
        assertThat(resume(one, 2, 10)).isEqualTo(2);
        move(new Move(one, 2, 7));

        assertThat(resume(one, 4, 10)).isEqualTo(7);
    }

    @Test
    void a_log_that_ends_before_what_was_handled_is_read_from_its_beginning() {
        resume(one, 0, 10);
        move(new Move(one, 0, 10));

        assertThat(resume(one, 1, 9)).isEqualTo(1);
        assertThat(resume(one, 1, 9)).isEqualTo(1);
    }

    private long resume(TopicPartition partition, long beginning, long end) {
        Map<TopicPartition, Long> positions =
                transaction.execute(
                        _ ->
                                new ConsumedOffsets(jdbc)
                                        .startOrResume(
                                                Map.of(partition, beginning),
                                                Map.of(partition, end)));
        return positions.getOrDefault(partition, -1L);
    }

    private void move(Move... moves) {
        transaction.executeWithoutResult(_ -> new ConsumedOffsets(jdbc).move(List.of(moves)));
    }
}

package io.paymentsengine.platform.messaging;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.paymentsengine.localstack.testing.WithStores;
import io.paymentsengine.platform.ids.Ids;
import io.paymentsengine.platform.messaging.ConsumedOffsets.Move;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = DeedsService.class)
@ExtendWith(OutputCaptureExtension.class)
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

    /// Otherwise a consumer that was mistaken for dead could take its successor's progress for a
    /// shortened log.
    @Test
    void the_end_of_a_log_is_asked_for_behind_the_position() {
        resume(one, 0, 10);
        move(new Move(one, 0, 10));

        Map<TopicPartition, Long> positions =
                transaction.execute(
                        _ ->
                                new ConsumedOffsets(jdbc)
                                        .startOrResume(Map.of(one, 0L), _ -> endWhileOneMoves()));

        assertThat(positions).containsEntry(one, 10L);
        assertThat(resume(one, 0, 20)).isEqualTo(20);
    }

    @Test
    void messages_that_were_deleted_unhandled_are_told(CapturedOutput log) {
        resume(one, 0, 10);

        assertThat(resume(one, 4, 10)).isZero();

        assertThat(log)
                .contains(
                        one
                                + " begins at 4: its messages from 0 on were deleted before they were"
                                + " handled");
    }

    private Map<TopicPartition, Long> endWhileOneMoves() {
        TransactionTemplate another =
                new TransactionTemplate(requireNonNull(transaction.getTransactionManager()));
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        another.executeWithoutResult(
                _ -> new ConsumedOffsets(jdbc).move(List.of(new Move(one, 10, 20))));
        return Map.of(one, 20L);
    }

    private long resume(TopicPartition partition, long beginning, long end) {
        Map<TopicPartition, Long> positions =
                transaction.execute(
                        _ ->
                                new ConsumedOffsets(jdbc)
                                        .startOrResume(
                                                Map.of(partition, beginning),
                                                _ -> Map.of(partition, end)));
        return positions.getOrDefault(partition, -1L);
    }

    private void move(Move... moves) {
        transaction.executeWithoutResult(_ -> new ConsumedOffsets(jdbc).move(List.of(moves)));
    }
}

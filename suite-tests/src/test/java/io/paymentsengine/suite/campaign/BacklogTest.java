package io.paymentsengine.suite.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final TopicPartition ONE = new TopicPartition("topic", 0);
    private static final TopicPartition OTHER = new TopicPartition("topic", 1);

    @Test
    void what_comes_behind_the_last_that_was_read_is_unread() {
        Backlog backlog = new Backlog(both(0, 0), both(10, 20), both(7, 20));
        assertThat(backlog.messages()).isEqualTo(3);
    }

    @Test
    void where_nobody_has_read_all_is_unread() {
        Backlog backlog = new Backlog(both(0, 5), both(10, 20), Map.of(ONE, 10L));
        assertThat(backlog.messages()).isEqualTo(15);
    }

    @Test
    void where_nothing_is_nothing_is_unread() {
        Backlog backlog = new Backlog(both(0, 5), both(0, 5), Map.of());
        assertThat(backlog.messages()).isZero();
    }

    private static Map<TopicPartition, Long> both(long one, long other) {
        return Map.of(ONE, one, OTHER, other);
    }
}

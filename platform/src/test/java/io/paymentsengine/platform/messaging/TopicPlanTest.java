package io.paymentsengine.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.Topic;
import io.paymentsengine.contracts.Topics;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicPlanTest {

    @Test
    void each_topic_has_one_for_its_dead_letters() {
        assertThat(TopicPlan.of(replicated(1)))
                .extracting(NewTopic::name)
                .containsExactlyInAnyOrderElementsOf(
                        Topics.all().stream()
                                .flatMap(each -> Stream.of(each.name(), each.deadLetters()))
                                .toList());
    }

    /// One broker may be unavailable. With three or more replicas, nothing that was acknowledged is
    /// then on a single one.
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 2", "5, 4"})
    void of_several_replicas_all_but_one_have_a_message_before_it_counts_as_sent(
            int replicas, String inSync) {
        assertThat(TopicPlan.of(replicated(replicas)))
                .isNotEmpty()
                .allMatch(each -> each.replicationFactor() == replicas)
                .allMatch(each -> inSync.equals(each.configs().get("min.insync.replicas")));
    }

    @Test
    void dead_letters_are_kept_longer_and_in_one_partition() {
        assertThat(TopicPlan.of(replicated(1)))
                .allSatisfy(
                        each -> {
                            boolean dead = each.name().equals(Topic.deadLettersOf(living(each)));
                            assertThat(each.numPartitions()).isEqualTo(dead ? 1 : 3);
                            assertThat(each.configs())
                                    .containsEntry("retention.ms", millis(dead ? 90 : 7));
                        });
    }

    private static String living(NewTopic topic) {
        return topic.name().replace(".dlt", "");
    }

    private static String millis(int days) {
        return Long.toString(Duration.ofDays(days).toMillis());
    }

    private static MessagingProperties replicated(int replicas) {
        Duration any = Duration.ofSeconds(1);
        return new MessagingProperties(3, (short) replicas, 1, 500, any, any, any, any);
    }
}

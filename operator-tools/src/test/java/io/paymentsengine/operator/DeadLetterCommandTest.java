package io.paymentsengine.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paymentsengine.contracts.Topics;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadLetterCommandTest {

    private static final String TOPIC = Topics.ACCOUNT_COMMANDS.name();
    private static final Broker HERE = new Broker("localhost:9092", "");

    @Test
    void lists_every_topic_where_none_is_named() {
        assertThat(DeadLetterCommand.of(List.of("command=list", "topic=", "offsets=", "kafka=")))
                .isInstanceOfSatisfying(
                        DeadLetterCommand.Show.class,
                        show -> {
                            assertThat(show.topics()).hasSameSizeAs(Topics.all());
                            assertThat(show.values()).isFalse();
                            assertThat(show.broker()).isEqualTo(HERE);
                        });
    }

    @Test
    void shows_values_of_one_topic() {
        assertThat(
                        DeadLetterCommand.of(
                                List.of(
                                        "command=list",
                                        "topic=" + TOPIC,
                                        "values=true",
                                        "kafka=k:1",
                                        "config=c")))
                .isEqualTo(
                        new DeadLetterCommand.Show(new Broker("k:1", "c"), List.of(TOPIC), true));
    }

    @Test
    void replays_what_is_at_some_offsets() {
        assertThat(DeadLetterCommand.of(List.of("command=replay", "topic=" + TOPIC, "offsets=3,5")))
                .isEqualTo(
                        new DeadLetterCommand.Replay(
                                HERE, TOPIC, new Offsets.Some(Set.of(3L, 5L)), false));
    }

    @Test
    void replays_all_once_more() {
        assertThat(
                        DeadLetterCommand.of(
                                List.of(
                                        "command=replay",
                                        "topic=" + TOPIC,
                                        "offsets=all",
                                        "again=true")))
                .isEqualTo(new DeadLetterCommand.Replay(HERE, TOPIC, new Offsets.All(), true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "command=                                          | list or replay",
                "command=drop                                      | list or replay",
                "list                                              | name=value",
                "command=list   topic=account.commands             | no such topic",
                "command=list   topic=account.commands.v1.dlt      | no such topic",
                "command=list   offsets=3                          | command=list: [offsets]",
                "command=list   colour=red                         | command=list: [colour]",
                "command=replay offsets=3                          | no such topic",
                "command=replay topic=account.commands.v1          | numbers such as 3,5",
                "command=replay topic=account.commands.v1 offsets=-1 | numbers such as 3,5",
                "command=replay topic=account.commands.v1 offsets=3, | numbers such as 3,5",
                "command=replay topic=account.commands.v1 offsets=99999999999999999999 | numbers",
            })
    void refuses_what_it_does_not_understand(String words, String why) {
        assertThatThrownBy(() -> DeadLetterCommand.of(List.of(words.split(" +"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}

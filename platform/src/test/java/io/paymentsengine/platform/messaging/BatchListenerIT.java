package io.paymentsengine.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.paymentsengine.contracts.AccountCommand;
import io.paymentsengine.contracts.AccountCommand.ReserveFunds;
import io.paymentsengine.contracts.Headers;
import io.paymentsengine.contracts.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.client.ResourceAccessException;

class BatchListenerIT extends ListenerOnStores {

    @Test
    void a_log_that_lost_its_tail_is_handled_from_where_it_was_written_anew() {
        BatchListener<AccountCommand> listener = listener(inbound.handler());

        poll(listener, records(one, 10, commands.subList(0, 3)));
        poll(listener, records(one, 11, commands.subList(3, 4)));

        assertThat(deeds()).isEqualTo(4);
        assertThat(stored(one)).isEqualTo(12);
        assertThat(consumer.position(one)).isEqualTo(12);
    }

    @Test
    void a_batch_that_comes_again_is_read_anew_although_its_partition_was_assigned_meanwhile() {
        AtomicInteger times = new AtomicInteger();
        BatchListener<AccountCommand> listener =
                listener(
                        inbound.handler(),
                        () -> {
                            if (times.incrementAndGet() == 2) {
                                throw new ResourceAccessException("the commit got no answer");
                            }
                        });
        List<ConsumerRecord<byte[], byte[]>> batch = records(one, 0, commands.subList(0, 4));

        assertThatExceptionOfType(ResourceAccessException.class)
                .isThrownBy(() -> poll(listener, batch));
        listener.onPartitionsAssigned(consumer, List.of(one, other));
        poll(listener, batch);

        assertThat(deeds()).isEqualTo(4);
        assertThat(consumer.position(one)).isEqualTo(4);
    }

    @Test
    void what_has_come_since_the_poll_is_of_the_same_batch() {
        AtomicInteger commits = new AtomicInteger();
        BatchListener<AccountCommand> listener =
                listener(inbound.handler(), commits::incrementAndGet);
        int before = commits.get();
        records(one, 2, commands.subList(2, 4)).forEach(consumer::addRecord);

        poll(listener, records(one, 0, commands.subList(0, 2)));

        assertThat(deeds()).isEqualTo(4);
        assertThat(commits).hasValue(before + 1);
        assertThat(stored(one)).isEqualTo(4);
    }

    @Test
    void what_was_polled_before_partitions_were_given_out_is_read_anew() {
        BatchListener<AccountCommand> listener = listener(inbound.handler());
        consumer.schedulePollTask(
                () -> listener.onPartitionsAssigned(consumer, List.of(one, other)));

        poll(listener, records(one, 0, commands.subList(0, 4)));

        assertThat(deeds()).isZero();
        assertThat(consumer.position(one)).isZero();
        poll(listener, records(one, 0, commands.subList(0, 4)));
        assertThat(deeds()).isEqualTo(4);
    }

    @Test
    void a_batch_of_which_nothing_is_left_here_begins_no_transaction() {
        AtomicInteger commits = new AtomicInteger();
        BatchListener<AccountCommand> listener =
                listener(inbound.handler(), commits::incrementAndGet);
        int before = commits.get();

        consumer.assign(List.of(other));
        poll(listener, records(one, 0, commands.subList(0, 2)));

        assertThat(commits).hasValue(before);
    }

    @Test
    void records_of_a_partition_that_went_to_another_consumer_are_left_to_it() {
        BatchListener<AccountCommand> listener = listener(inbound.handler());
        consumer.assign(List.of(one));

        poll(
                listener,
                List.of(
                        Wire.consumed(one, 0, commands.getFirst()),
                        Wire.consumed(other, 0, commands.getLast())));

        assertThat(deeds()).isEqualTo(1);
    }

    @Test
    void a_batch_whose_fence_is_gone_leaves_no_effect_and_reads_on_from_the_stored_offset() {
        BatchListener<AccountCommand> listener = listener(inbound.handler());
        jdbc.sql("UPDATE consumed SET next_offset = 2 WHERE partition = ?")
                .param(one.partition())
                .update();

        poll(listener, records(one, 0, commands.subList(0, 4)));

        assertThat(deeds()).isZero();
        assertThat(consumer.position(one)).isEqualTo(2);
        poll(listener, records(one, 2, commands.subList(2, 4)));
        assertThat(deeds()).isEqualTo(2);
    }

    @Test
    void what_always_fails_dies_alone() {
        double before = deadLetters("handling-failed");
        ReserveFunds poison = Wire.reserve(DeedsService.POISON);

        poll(
                listener(inbound.handler()),
                List.of(
                        Wire.consumed(one, 0, commands.getFirst()),
                        Wire.consumed(one, 1, poison),
                        Wire.consumed(one, 2, commands.getLast())));

        assertThat(deeds()).isEqualTo(2);
        assertThat(deadLetters("handling-failed")).isEqualTo(before + 1);
        assertThat(consumer.position(one)).isEqualTo(3);
    }

    @Test
    void what_can_not_be_read_is_set_aside_and_the_rest_is_handled() {
        double before = deadLetters("no-type");
        ConsumerRecord<byte[], byte[]> unreadable = Wire.consumed(one, 1, commands.getFirst());
        unreadable.headers().remove(Headers.TYPE);

        poll(
                listener(inbound.handler()),
                List.of(
                        Wire.consumed(one, 0, commands.getFirst()),
                        unreadable,
                        Wire.consumed(one, 2, commands.getLast())));

        assertThat(deeds()).isEqualTo(2);
        assertThat(deadLetters("no-type")).isEqualTo(before + 1);
    }

    @Test
    void a_fault_that_passes_brings_the_batch_again_whole() {
        double before = deadLetters("handling-failed");
        double faultsBefore = counted(meters.find("payments.batch.failures"));
        AtomicInteger times = new AtomicInteger();
        BatchListener<AccountCommand> listener =
                listener(
                        batch -> {
                            inbound.handler().handle(batch);
                            if (times.incrementAndGet() == 1) {
                                throw new ResourceAccessException("the neighbour is away");
                            }
                        });

        List<ConsumerRecord<byte[], byte[]>> batch = records(one, 0, commands.subList(0, 4));
        assertThatExceptionOfType(ResourceAccessException.class)
                .isThrownBy(() -> poll(listener, batch));
        assertThat(deeds()).isZero();
        assertThat(consumer.position(one)).as("what failed does not count as read").isZero();
        poll(listener, batch); // sets the consumer back first
        poll(listener, records(one, 0, commands.subList(0, 4)));

        assertThat(deeds()).isEqualTo(4);
        assertThat(deadLetters("handling-failed")).isEqualTo(before);
        assertThat(counted(meters.find("payments.batch.failures"))).isEqualTo(faultsBefore + 1);
    }

    @Test
    void a_consumer_that_stops_is_heard() {
        MessagingProperties properties =
                new Binder(new MapConfigurationPropertySource(Map.of()))
                        .bindOrCreate("payments.messaging", MessagingProperties.class);
        ApplicationEventPublisher events = _ -> {};

        var container =
                new ListenerContainerFactory(Map.of(), properties, "service", List.of(), events)
                        .containerOf(Topics.ACCOUNT_COMMANDS, listener(inbound.handler()));

        assertThat(container.getApplicationEventPublisher()).isSameAs(events);
    }
}

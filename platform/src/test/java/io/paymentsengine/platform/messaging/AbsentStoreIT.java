package io.paymentsengine.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.paymentsengine.contracts.AccountCommand;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/// What a consumer does while the database is unavailable, or contradicts what the consumer believes.
class AbsentStoreIT extends ListenerOnStores {

    private final AtomicBoolean away = new AtomicBoolean();

    @Test
    void a_database_that_stays_away_is_counted_each_time() {
        BatchListener<AccountCommand> listener = listener();
        List<ConsumerRecord<byte[], byte[]>> batch = records(one, 0, commands);
        double before = failures();

        away.set(true);
        for (int times = 1; times <= 4; times++) {
            assertThatExceptionOfType(CannotCreateTransactionException.class)
                    .isThrownBy(() -> poll(listener, batch));
            assertThat(failures()).isEqualTo(before + times);
        }
        away.set(false);
        poll(listener, batch); // sets the consumer back first
        poll(listener, batch);

        assertThat(deeds()).isEqualTo(4);
        assertThat(failures()).isEqualTo(before + 4);
    }

    /// The broker's offset is ahead of what was handled.
    @Test
    void
            a_partition_that_was_given_out_without_the_database_is_read_from_where_the_database_stands() {
        poll(listener(), records(one, 0, commands.subList(0, 1)));
        consumer.seek(one, 3);

        BatchListener<AccountCommand> next =
                unassigned(inbound.handler(), new Leaving(transaction, away));
        away.set(true);
        next.onPartitionsAssigned(consumer, List.of(one, other));
        assertThat(consumer.position(one)).isZero();
        away.set(false);
        poll(next, records(one, 0, commands));

        assertThat(consumer.position(one)).isEqualTo(1);
        poll(next, records(one, 1, commands.subList(1, 4)));
        assertThat(deeds()).isEqualTo(4);
    }

    @Test
    void of_two_consumers_of_a_process_too_only_one_moves_a_partition() {
        BatchListener<AccountCommand> listener = listener();
        MockConsumer<byte[], byte[]> successor = new MockConsumer<>("earliest");
        assign(successor);
        listener.onPartitionsAssigned(successor, List.of(one, other));
        poll(listener, successor, records(one, 0, commands.subList(0, 2)));

        poll(listener, records(one, 0, commands.subList(0, 3)));

        assertThat(deeds()).isEqualTo(2);
        assertThat(consumer.position(one)).isEqualTo(2);
    }

    private BatchListener<AccountCommand> listener() {
        BatchListener<AccountCommand> listener =
                unassigned(inbound.handler(), new Leaving(transaction, away));
        listener.onPartitionsAssigned(consumer, List.of(one, other));
        return listener;
    }

    private double failures() {
        return counted(meters.find("payments.batch.failures"));
    }

    /// The database, which can be made unavailable.
    private record Leaving(TransactionOperations transaction, AtomicBoolean away)
            implements TransactionOperations {

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            if (away.get()) {
                throw new CannotCreateTransactionException("the database is away");
            }
            return transaction.execute(action);
        }
    }
}

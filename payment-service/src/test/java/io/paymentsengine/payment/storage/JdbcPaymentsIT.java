package io.paymentsengine.payment.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.localstack.testing.Halves;
import io.paymentsengine.payment.application.NewPayment;
import io.paymentsengine.payment.application.OpenPayment;
import io.paymentsengine.payment.application.OpenQuery;
import io.paymentsengine.payment.application.PaymentKey;
import io.paymentsengine.payment.application.PaymentQuery;
import io.paymentsengine.payment.application.Payments;
import io.paymentsengine.payment.application.RequestKey;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.payment.testing.RunningPaymentService;
import io.paymentsengine.payment.testing.Samples;
import io.paymentsengine.platform.tenancy.TenantScope;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/// What concurrent transactions do to each other, and which rows each tenant sees.
class JdbcPaymentsIT extends RunningPaymentService {

    private static final Instant AT = Instant.parse("2036-01-31T12:00:00Z");

    @Autowired private Payments payments;
    @Autowired private PaymentRows rows;
    @Autowired private PaymentLists lists;
    @Autowired private OpenPayments open;
    @Autowired private ExpiredKeys expiredKeys;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;

    @SuppressWarnings("NullAway.Init") // Spring injects
    JdbcPaymentsIT() {}

    @Test
    void a_payment_that_ended_meanwhile_brings_the_batch_again() {
        Payment.Accepted first = stored(Samples.payment());
        Payment.Accepted second = stored(Samples.payment());
        asWorker(() -> ended(first.complete(AT)));

        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> asWorker(() -> ended(second.complete(AT), first.cancel(AT))));

        assertThat(asWorker(() -> payments.find(keyOf(first)))).contains(first.complete(AT));
        assertThat(asWorker(() -> payments.find(keyOf(second)))).contains(second);
    }

    @Test
    void a_cancellation_that_comes_first_keeps_no_batch_from_its_ends() {
        Payment.Accepted wished = stored(Samples.payment());
        Payment.Accepted other = stored(Samples.payment());

        CompletableFuture<Integer> ends =
                asWorker(
                        () -> {
                            payments.requestCancellation(keyOf(wished), AT);
                            CompletableFuture<Integer> waiting =
                                    CompletableFuture.supplyAsync(
                                            () ->
                                                    asWorker(
                                                            () ->
                                                                    ended(
                                                                            other.complete(AT),
                                                                            wished.complete(AT))));
                            await().until(this::somebodyWaits);
                            return waiting;
                        });

        assertThat(ends.join()).isEqualTo(2);
        assertThat(asWorker(() -> payments.find(keyOf(wished)))).contains(wished.complete(AT));
        assertThat(asWorker(() -> payments.find(keyOf(other)))).contains(other.complete(AT));
    }

    @Test
    void a_batch_that_waits_for_a_payment_holds_none_behind_it() {
        Payment.Accepted low = stored(Samples.payment());
        Payment.Accepted high = stored(Samples.payment());

        CompletableFuture<Integer> ends =
                asWorker(
                        () -> {
                            payments.requestCancellation(keyOf(low), AT);
                            CompletableFuture<Integer> waiting =
                                    CompletableFuture.supplyAsync(
                                            () ->
                                                    asWorker(
                                                            () ->
                                                                    ended(
                                                                            high.complete(AT),
                                                                            low.complete(AT))));
                            await().until(this::somebodyWaits);
                            assertThat(isFree(high)).isTrue();
                            return waiting;
                        });

        assertThat(ends.join()).isEqualTo(2);
    }

    @Test
    void a_payment_that_one_replica_asks_for_is_left_out_by_the_other() {
        Payment.Accepted payment = stored(Samples.payment(Samples.NED));

        List<Payment.Accepted> elsewhere =
                asWorker(
                        () -> {
                            assertThat(open()).contains(payment);
                            return CompletableFuture.supplyAsync(() -> asWorker(this::openSoon))
                                    .join();
                        });

        assertThat(elsewhere).doesNotContain(payment);
    }

    @Test
    void a_list_is_one_tenants_whoever_reads_it() {
        Payment.Accepted foreign = stored(Samples.payment(Samples.NED));
        PaymentQuery all =
                new PaymentQuery(
                        Samples.STD,
                        Optional.empty(),
                        Optional.of(foreign.transfer().debtor()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        10);
        PaymentKey asStranger = new PaymentKey(Samples.STD, foreign.id());

        assertThat(asWorker(() -> payments.list(all))).isEmpty();
        assertThat(asWorker(() -> payments.find(asStranger))).isEmpty();
        assertThat(asWorker(() -> payments.findAll(List.of(asStranger)))).isEmpty();
    }

    @Test
    void the_key_of_a_payment_that_has_not_ended_is_kept() {
        Payment.Accepted open = stored(Samples.payment(Samples.NED), Optional.of("open"));
        Payment.Accepted ended = stored(Samples.payment(Samples.NED), Optional.of("ended"));
        asWorker(() -> ended(ended.complete(AT)));

        Instant soon = Instant.now().plusSeconds(60);
        asWorker(() -> payments.expireKeys(Samples.NED, soon, Duration.ZERO, 10_000));

        RequestKey kept = new RequestKey(Samples.NED, "open");
        RequestKey forgotten = new RequestKey(Samples.NED, "ended");
        assertThat(asWorker(() -> payments.findByRequestKeys(List.of(kept, forgotten))))
                .containsExactly(Map.entry(kept, open));
    }

    /// The rows in the two partitions have the same `ctid`, so an update has to compare the
    /// partition too.
    @Test
    void in_a_table_of_partitions_a_payment_ends_alone() throws SQLException {
        Payment.Accepted ends = Samples.payment();
        Payment.Accepted stays = Samples.payment();

        try (Halves halves =
                Halves.of(
                        stores.database("payments").asSuperuser(),
                        "payment",
                        "id",
                        stays.id().value())) {
            JdbcClient owner =
                    JdbcClient.create(new SingleConnectionDataSource(halves.connection(), true));
            Payments split = new JdbcPayments(owner, rows, lists, open, expiredKeys);
            split.addAll(Stream.of(ends, stays).map(JdbcPaymentsIT::fresh).toList());
            split.endAll(List.of(ends.complete(AT)));

            assertThat(
                            owner.sql("SELECT id FROM payment WHERE ended_at IS NOT NULL")
                                    .query(UUID.class)
                                    .list())
                    .containsExactly(ends.id().value());
        }
    }

    @Test
    void a_clock_that_is_ahead_forgets_no_key() {
        Payment.Accepted payment = stored(Samples.payment(Samples.NED), Optional.of("young"));
        asWorker(() -> ended(payment.complete(AT)));
        Instant inAMonth = Instant.now().plus(Duration.ofDays(30));

        asWorker(() -> payments.expireKeys(Samples.NED, inAMonth, Duration.ofDays(7), 10_000));

        RequestKey kept = new RequestKey(Samples.NED, "young");
        assertThat(asWorker(() -> payments.findByRequestKeys(List.of(kept)))).containsKey(kept);
    }

    private boolean isFree(Payment payment) {
        return !jdbc.sql("SELECT id FROM payment WHERE id = ? FOR UPDATE SKIP LOCKED")
                .param(payment.id().value())
                .query(UUID.class)
                .list()
                .isEmpty();
    }

    private boolean somebodyWaits() {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM pg_stat_activity
                                       WHERE datname = current_database() AND wait_event_type = 'Lock')
                        """)
                .query(Boolean.class)
                .single();
    }

    private Payment.Accepted stored(Payment.Accepted payment) {
        return stored(payment, Optional.empty());
    }

    private Payment.Accepted stored(Payment.Accepted payment, Optional<String> key) {
        NewPayment fresh = new NewPayment(payment, key, Optional.empty());
        assertThat(asWorker(() -> payments.addAll(List.of(fresh)))).hasSize(1);
        return payment;
    }

    private static NewPayment fresh(Payment.Accepted payment) {
        return new NewPayment(payment, Optional.empty(), Optional.empty());
    }

    private int ended(Payment.Ended... ends) {
        payments.endAll(List.of(ends));
        return ends.length;
    }

    private List<Payment.Accepted> open() {
        return payments
                .lockAccepted(
                        new OpenQuery(
                                Samples.NED,
                                Optional.empty(),
                                Instant.now().plusSeconds(60),
                                10_000))
                .stream()
                .map(OpenPayment::payment)
                .toList();
    }

    /// Fails instead of waiting for long.
    private List<Payment.Accepted> openSoon() {
        jdbc.sql("SET LOCAL lock_timeout = '1s'").update();
        return open();
    }

    private static PaymentKey keyOf(Payment payment) {
        return new PaymentKey(payment.tenant(), payment.id());
    }

    private <T> T asWorker(Supplier<T> work) {
        return TenantScope.worker().call(() -> transaction.execute(_ -> work.get()));
    }
}

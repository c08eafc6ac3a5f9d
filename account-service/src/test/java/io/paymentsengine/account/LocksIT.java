package io.paymentsengine.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.account.application.Ledgers;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.account.domain.Books;
import io.paymentsengine.account.domain.Ledger;
import io.paymentsengine.account.domain.PaymentKey;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.platform.ids.Ids;
import io.paymentsengine.platform.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;

/// A transaction that opens the books waits for any other that has them open, and always in one
/// order. The tests decide which of two batches comes first, rather than leaving it to chance.
class LocksIT extends OnRealStores {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// The default of `payments.max-concurrent-requests`.
    private static final int REQUESTS_AT_ONCE = 6;

    @Autowired Ledgers ledgers;
    @Autowired TransactionTemplate transaction;

    private final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void let_go() {
        others.close();
    }

    @Test
    void a_batch_waits_until_the_one_before_has_booked_and_sees_what_it_booked() {
        AccountId account = rest(STD).openWith("1.00");
        PlainSql application = new PlainSql(stores.database("accounts").asApplication(), "*");

        CompletableFuture<Books> second =
                application.whileHolding(
                        hold(account),
                        () -> {
                            CompletableFuture<Books> waiting = open(account);
                            awaitAWaiter();
                            assertThat(waiting).isNotDone();
                            return waiting;
                        });

        assertThat(second.join().accounts().getFirst().funds().reserved()).isEqualTo(eur(60));
    }

    @Test
    void a_batch_that_waits_for_an_account_holds_none_behind_it() {
        List<AccountId> accounts =
                Stream.generate(() -> rest(STD).open()).limit(2).sorted().toList();
        AccountId low = accounts.getFirst();
        AccountId high = accounts.getLast();
        PlainSql application = new PlainSql(stores.database("accounts").asApplication(), "*");

        CompletableFuture<Books> second =
                application.whileHolding(
                        lock(low),
                        () -> {
                            CompletableFuture<Books> waiting = open(high, low);
                            awaitAWaiter();
                            application.run(lock(high) + " NOWAIT");
                            return waiting;
                        });

        assertThat(second.join().accounts()).hasSize(2);
    }

    @Test
    void a_batch_that_waited_sees_the_reservation_of_its_payment() {
        AccountId account = rest(STD).openWith("1.00");
        PaymentKey payment = new PaymentKey(STD, newPayment());
        PlainSql application = new PlainSql(stores.database("accounts").asApplication(), "*");

        CompletableFuture<Books> second =
                application.whileHolding(
                        hold(account, payment.id()),
                        () -> {
                            CompletableFuture<Books> waiting = open(payment, account);
                            awaitAWaiter();
                            return waiting;
                        });

        assertThat(second.join().reservations()).hasSize(1);
    }

    @Test
    void a_reservation_that_moved_meanwhile_brings_the_batch_again() {
        AccountId account = rest(STD).openWith("1.00");
        PaymentKey payment = new PaymentKey(STD, newPayment());
        PlainSql application = new PlainSql(stores.database("accounts").asApplication(), "*");
        application.run(hold(account, payment.id()));
        Ledger ledger = new Ledger(open(payment, account).join(), Instant.now(), Ids::next);
        ledger.release(payment, account);

        application.run(
                "UPDATE reservation SET state = 'RELEASED', ended_at = now() WHERE payment_id = '"
                        + payment.id()
                        + "'");

        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> write(ledger.changes()));
    }

    @Test
    void a_change_of_status_waits_for_the_batch_before() {
        AccountId account = rest(STD).open("EUR", "1.00");
        PlainSql application = new PlainSql(stores.database("accounts").asApplication(), "*");

        CompletableFuture<Rest.Answer> closing =
                application.whileHolding(
                        hold(account),
                        () -> {
                            CompletableFuture<Rest.Answer> waiting =
                                    CompletableFuture.supplyAsync(
                                            () -> rest(STD).change(account, "close"), others);
                            awaitAWaiter();
                            return waiting;
                        });

        assertThat(closing.join().status()).isEqualTo(409);
    }

    /// Payments of all tenants depend on the lookup.
    @Test
    void a_lookup_waits_for_no_request() {
        AccountId account = rest(STD).open();
        String question = "{\"accounts\": [\"%s\"]}".formatted(account);
        CountDownLatch enough = new CountDownLatch(1);
        CountDownLatch inside = new CountDownLatch(REQUESTS_AT_ONCE);
        for (int each = 0; each < REQUESTS_AT_ONCE; each++) {
            var _ = others.submit(() -> TenantScope.of(NED).run(() -> stay(inside, enough)));
        }
        try {
            await().atMost(PATIENCE).until(() -> inside.getCount() == 0);

            assertThat(rest(STD).post("/lookup", question).status()).isEqualTo(200);
            assertThat(rest(STD).account(account).status()).isEqualTo(503);
        } finally {
            enough.countDown();
        }
    }

    private void stay(CountDownLatch inside, CountDownLatch enough) {
        transaction.executeWithoutResult(
                _ -> {
                    inside.countDown();
                    await().atMost(PATIENCE).until(() -> enough.getCount() == 0);
                });
    }

    private CompletableFuture<Books> open(AccountId... accounts) {
        return open(Set.of(), accounts);
    }

    private CompletableFuture<Books> open(PaymentKey payment, AccountId account) {
        return open(Set.of(payment), account);
    }

    private CompletableFuture<Books> open(Set<PaymentKey> payments, AccountId... accounts) {
        Set<AccountKey> keys = new LinkedHashSet<>();
        Stream.of(accounts).map(account -> new AccountKey(STD, account)).forEach(keys::add);
        return CompletableFuture.supplyAsync(
                () ->
                        TenantScope.worker()
                                .call(() -> transaction.execute(_ -> ledgers.open(keys, payments))),
                others);
    }

    private void write(Books.Changes changes) {
        TenantScope.worker()
                .run(
                        () ->
                                transaction.executeWithoutResult(
                                        _ -> ledgers.write(changes, Instant.now())));
    }

    private void awaitAWaiter() {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                everything()
                                                .sql(
                                                        """
                                                        SELECT count(*) FROM pg_stat_activity
                                                        WHERE datname = 'accounts'
                                                          AND wait_event_type = 'Lock'
                                                          AND query ILIKE '%account%for%update%'
                                                        """)
                                                .query(Long.class)
                                                .single()
                                        == 1);
    }

    private static String lock(AccountId account) {
        return "SELECT id FROM account WHERE id = '" + account + "' FOR UPDATE";
    }

    private static String hold(AccountId account) {
        return hold(account, newPayment());
    }

    private static String hold(AccountId account, PaymentId payment) {
        return """
               INSERT INTO reservation (tenant_id, payment_id, account_id, amount, currency, state,
                   created_at)
               VALUES ('STD-001', '%s', '%s', 60, 'EUR', 'HELD', now())
               """
                .formatted(payment, account);
    }
}

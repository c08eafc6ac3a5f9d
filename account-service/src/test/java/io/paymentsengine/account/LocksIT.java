package io.paymentsengine.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.account.application.Ledgers;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.account.domain.Books;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.platform.tenancy.TenantScope;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Who opens the books waits for whoever has them open, and in one order. Which of two batches comes
/// first is decided here, not left to chance.
class LocksIT extends OnRealStores {

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

    private CompletableFuture<Books> open(AccountId... accounts) {
        Set<AccountKey> keys = new LinkedHashSet<>();
        Stream.of(accounts).map(account -> new AccountKey(STD, account)).forEach(keys::add);
        return CompletableFuture.supplyAsync(
                () ->
                        TenantScope.worker()
                                .call(() -> transaction.execute(_ -> ledgers.open(keys, Set.of()))),
                others);
    }

    private void awaitAWaiter() {
        await().until(
                        () ->
                                everything()
                                                .sql(
                                                        """
                                                        SELECT count(*) FROM pg_stat_activity
                                                        WHERE datname = 'accounts'
                                                          AND wait_event_type = 'Lock'
                                                          AND query LIKE '%FOR UPDATE OF account%'
                                                        """)
                                                .query(Long.class)
                                                .single()
                                        == 1);
    }

    private static String lock(AccountId account) {
        return "SELECT id FROM account WHERE id = '" + account + "' FOR UPDATE";
    }

    private static String hold(AccountId account) {
        return """
               INSERT INTO reservation (tenant_id, payment_id, account_id, amount, currency, state,
                   created_at)
               VALUES ('STD-001', '%s', '%s', 60, 'EUR', 'HELD', now())
               """
                .formatted(newPayment(), account);
    }
}

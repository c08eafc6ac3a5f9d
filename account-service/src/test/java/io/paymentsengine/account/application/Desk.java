package io.paymentsengine.account.application;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.paymentsengine.account.application.DepositMoney.Deposit;
import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.account.domain.Funds;
import io.paymentsengine.contracts.AccountCommand;
import io.paymentsengine.contracts.Message;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.ids.Ids;
import io.paymentsengine.platform.messaging.Outgoing;
import io.paymentsengine.platform.messaging.Received;
import io.paymentsengine.platform.telemetry.TenantTags;
import io.paymentsengine.platform.tenancy.Tenant;
import io.paymentsengine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

/// Everything that use cases depend on, in memory.
final class Desk {

    static final TenantId STD = new TenantId("STD-001");
    static final TenantId NED = new TenantId("NED-001");
    static final Instant OPENED = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant NOW = OPENED.plusSeconds(60);

    final MemoryBooks books = new MemoryBooks();
    final List<Outgoing> sent = new ArrayList<>();
    final List<String> dead = new ArrayList<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final TransferMeter meter =
            new TransferMeter(registry, new TenantTags(new Tenants(List.of(tenant(STD)))));
    private Instant time = NOW;
    private final Clock clock = ((InstantSource) () -> time).withZone(ZoneOffset.UTC);

    static Money eur(long cents) {
        return Money.of(cents, "EUR");
    }

    /// An open account with this balance.
    AccountKey account(TenantId tenant, long cents) {
        AccountKey key = new AccountKey(tenant, new AccountId(Ids.next()));
        Account empty = Account.open(key, "Somebody", Optional.empty(), eur(0), OPENED);
        books.add(
                new Account(
                        key,
                        empty.profile(),
                        empty.status(),
                        new Funds(eur(cents), eur(0), eur(0)),
                        0,
                        OPENED));
        return key;
    }

    /// Makes every transaction wait so long for the locks of its accounts.
    void waitForLocks(Duration wait) {
        books.whileLocking = () -> time = time.plus(wait);
    }

    Account now(AccountKey key) {
        return books.find(key).orElseThrow();
    }

    DepositMoney.Outcome deposit(AccountKey account, long cents, String key) {
        DepositMoney depositMoney = new DepositMoney(books, books, books, meter, clock);
        Optional<String> given = Optional.of(key).filter(text -> !text.isEmpty());
        return committing(() -> depositMoney.deposit(new Deposit(account, eur(cents), given)));
    }

    /// The answers to commands of STD-001 that arrive together.
    List<Message> handle(AccountCommand... commands) {
        HandleAccountCommands handler =
                new HandleAccountCommands(
                        books,
                        sent::addAll,
                        (message, reason, _) -> dead.add(reason + " " + message.message().key()),
                        meter,
                        clock);
        sent.clear();
        committing(
                () -> {
                    handler.handle(
                            Stream.of(commands)
                                    .map(each -> new Received<>(each, STD, "trace", null))
                                    .toList());
                    return sent;
                });
        return sent.stream().map(Outgoing::message).toList();
    }

    /// The number of transfers that were counted.
    double counted() {
        return registry.find("payments.transfers").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    /// Does the work, and then what was waiting for its commit.
    private static <T> T committing(Supplier<T> work) {
        TransactionSynchronizationManager.initSynchronization();
        try {
            T result = work.get();
            TransactionSynchronizationUtils.invokeAfterCommit(
                    TransactionSynchronizationManager.getSynchronizations());
            return result;
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    private static Tenant tenant(TenantId id) {
        return new Tenant(
                id,
                "A tenant",
                Tenant.Tier.STANDARD,
                new Tenant.Limits(Map.of(), 1, 1),
                new Tenant.Quotas(1));
    }
}

package io.paymentsengine.simulation.world;

import io.paymentsengine.account.application.Ledgers;
import io.paymentsengine.account.application.LookUpAccounts;
import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.payment.application.PaymentNotifications;
import io.paymentsengine.payment.application.Payments;
import io.paymentsengine.payment.application.Watches;
import io.paymentsengine.saga.application.Journal;
import io.paymentsengine.saga.application.ProgressNotifications;
import io.paymentsengine.saga.application.Sagas;
import io.paymentsengine.saga.domain.PaymentSaga;
import io.paymentsengine.saga.domain.SagaEngine;
import io.paymentsengine.saga.domain.Timeouts;
import io.paymentsengine.simulation.fate.Breach;
import io.paymentsengine.simulation.stores.Database;
import io.paymentsengine.simulation.stores.MemoryAccounts;
import io.paymentsengine.simulation.stores.MemoryDecisions;
import io.paymentsengine.simulation.stores.MemoryJournal;
import io.paymentsengine.simulation.stores.MemoryLedgers;
import io.paymentsengine.simulation.stores.MemoryLimitChanges;
import io.paymentsengine.simulation.stores.MemoryPayments;
import io.paymentsengine.simulation.stores.MemoryRecentPayments;
import io.paymentsengine.simulation.stores.MemorySagas;
import io.paymentsengine.simulation.stores.MemoryStatements;
import io.paymentsengine.simulation.stores.RememberedAccounts;
import io.paymentsengine.simulation.stores.Table;
import io.paymentsengine.validation.application.Decisions;
import io.paymentsengine.validation.application.LimitChanges;
import io.paymentsengine.validation.application.RecentPayments;
import io.paymentsengine.validation.domain.ScreeningList;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// The four services, each with its production code and its own stores. A suite is reused for many worlds,
/// one after the other, because wiring it takes longer than running a small world.
public final class Suite implements AutoCloseable {

    /// Production's defaults.
    private static final Timeouts TIMEOUTS =
            new Timeouts(
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(5));

    private final Tools tools;
    private final List<Database> databases =
            List.of(new Database(), new Database(), new Database(), new Database());

    private final MemoryPayments payments;
    private final MemorySagas sagas;
    private final MemoryJournal journal;
    private final MemoryDecisions decisions;
    private final MemoryLedgers ledgers;
    private final MemoryAccounts accounts;
    private final MemoryRecentPayments recentPayments = new MemoryRecentPayments();
    private final RememberedAccounts rememberedAccounts;

    private final Rooms paymentService;
    private final Rooms sagaOrchestrator;
    private final Rooms validationService;
    private final Rooms accountService;

    /// @param breaches what is broken on purpose
    public Suite(Breach... breaches) {
        tools = Tools.with(Set.of(breaches));
        payments = new MemoryPayments(databases.get(0), tools.breaches());
        sagas = new MemorySagas(databases.get(1), tools.breaches());
        journal = new MemoryJournal(databases.get(1), tools.breaches());
        decisions = new MemoryDecisions(databases.get(2), tools.breaches());
        Table<AccountKey, Account> table = databases.get(3).table();
        accounts = new MemoryAccounts(databases.get(3), table);
        ledgers = new MemoryLedgers(databases.get(3), table, tools.breaches());

        paymentService = paymentService();
        sagaOrchestrator = sagaOrchestrator();
        accountService = accountService();
        rememberedAccounts =
                new RememberedAccounts(
                        accountService.get(LookUpAccounts.class), tools.clock(), tools.breaches());
        validationService = validationService();
    }

    @Override
    public void close() {
        all().forEach(Rooms::close);
    }

    /// Empties all stores and resets clock and wire, as if nothing had ever happened.
    void reset() {
        databases.forEach(Database::clear);
        redisForgets();
        tools.clock().reset();
        tools.wire().reset();
    }

    void redisForgets() {
        recentPayments.flush();
        rememberedAccounts.flush();
    }

    Tools tools() {
        return tools;
    }

    /// Every service, in the order in which a payment passes through them.
    List<Rooms> all() {
        return List.of(paymentService, sagaOrchestrator, validationService, accountService);
    }

    Rooms payment() {
        return paymentService;
    }

    Rooms saga() {
        return sagaOrchestrator;
    }

    Rooms account() {
        return accountService;
    }

    MemoryPayments payments() {
        return payments;
    }

    MemorySagas sagas() {
        return sagas;
    }

    MemoryJournal journal() {
        return journal;
    }

    MemoryDecisions decisions() {
        return decisions;
    }

    MemoryLedgers ledgers() {
        return ledgers;
    }

    MemoryAccounts accounts() {
        return accounts;
    }

    private Rooms paymentService() {
        return new Rooms("payment-service", "payment", databases.get(0), tools)
                .with(Payments.class, payments)
                .with(PaymentNotifications.class, _ -> {})
                .with(Watches.class, new Watches(1, 1))
                .open();
    }

    private Rooms sagaOrchestrator() {
        return new Rooms("saga-orchestrator", "saga", databases.get(1), tools)
                .with(Sagas.class, sagas)
                .with(Journal.class, journal)
                .with(ProgressNotifications.class, _ -> {})
                .with(SagaEngine.class, new SagaEngine(PaymentSaga.PAYMENT, TIMEOUTS))
                .open();
    }

    private Rooms validationService() {
        return new Rooms("validation-service", "validation", databases.get(2), tools)
                .with(Decisions.class, decisions)
                .with(LimitChanges.class, new MemoryLimitChanges())
                .with(RecentPayments.class, recentPayments)
                .with(io.paymentsengine.validation.application.Accounts.class, rememberedAccounts)
                .with(ScreeningList.class, new ScreeningList(List.of("Ernst Blofeld")))
                .open();
    }

    private Rooms accountService() {
        return new Rooms("account-service", "account", databases.get(3), tools)
                .with(Ledgers.class, ledgers)
                .with(MemoryAccounts.class, accounts)
                .with(MemoryStatements.class, new MemoryStatements(ledgers, tools.breaches()))
                .open();
    }
}

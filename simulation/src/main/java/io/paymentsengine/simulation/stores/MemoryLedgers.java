package io.paymentsengine.simulation.stores;

import io.paymentsengine.account.application.Ledgers;
import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.account.domain.Books;
import io.paymentsengine.account.domain.Funds;
import io.paymentsengine.account.domain.PaymentKey;
import io.paymentsengine.account.domain.Reservation;
import io.paymentsengine.account.domain.Reservation.Barred;
import io.paymentsengine.account.domain.Reservation.Held;
import io.paymentsengine.account.domain.Reservation.Refused;
import io.paymentsengine.account.domain.Reservation.Released;
import io.paymentsengine.account.domain.Reservation.Settled;
import io.paymentsengine.account.domain.Transfer;
import io.paymentsengine.account.domain.Transfer.Cause;
import io.paymentsengine.account.domain.Transfer.Entry;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.simulation.fate.Breach;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The ledger. As in PostgreSQL, balances and reserved amounts follow from the entries and reservations that
/// are written, in the same order, and never exceed a limit in between.
public final class MemoryLedgers implements Ledgers {

    private final Table<AccountKey, Account> accounts;
    private final Table<PaymentKey, Reservation> reservations;
    private final Table<Booked, Transfer> transfers;
    private final Table<Deposited, UUID> deposits;
    private final Table<UUID, Entry> entries;
    private final Set<Breach> breaches;

    /// The key of a transfer, unique over all tenants.
    private record Booked(TenantId tenant, UUID id) {}

    /// The key of a deposit that has an idempotency key, unique over all tenants.
    private record Deposited(TenantId tenant, String key) {}

    public MemoryLedgers(
            Database database, Table<AccountKey, Account> accounts, Set<Breach> breaches) {
        this.accounts = accounts;
        this.reservations = database.table();
        this.transfers = database.table();
        this.deposits = database.table();
        this.entries = database.table();
        this.breaches = breaches;
    }

    @Override
    public Books open(Set<AccountKey> named, Set<PaymentKey> payments) {
        return new Books(
                named.stream().flatMap(key -> accounts.find(key).stream()).toList(),
                payments.stream().flatMap(key -> reservations.find(key).stream()).toList());
    }

    @Override
    public void write(Books.Changes changes, Instant at) {
        changes.moved().forEach(this::move);
        changes.transfers().forEach(this::book);
        changes.opened().forEach(this::keep);
    }

    public Collection<Reservation> reservations() {
        return reservations.all();
    }

    public Collection<Transfer> transfers() {
        return transfers.all();
    }

    public Collection<Entry> entries() {
        return entries.all();
    }

    private void move(Reservation to) {
        if (!(reservations.find(to.payment()).orElseThrow() instanceof Held held)) {
            throw new IllegalStateException("only what is held moves on, not " + to);
        }
        reservations.put(to.payment(), to);
        boolean kept = to instanceof Released && breaches.contains(Breach.HOLD_KEPT);
        if (!(to instanceof Held) && !kept) {
            reserve(held, held.amount().negated());
        }
    }

    private void keep(Reservation opened) {
        if (!isForgotten(opened)) {
            reservations.insert(opened.payment(), opened);
        }
        if (opened instanceof Held held) {
            reserve(held, held.amount());
        }
    }

    private boolean isForgotten(Reservation opened) {
        return switch (opened) {
            case Barred _ -> breaches.contains(Breach.TOMBSTONE_FORGOTTEN);
            case Refused _ -> breaches.contains(Breach.REFUSAL_FORGOTTEN);
            case Held _, Settled _, Released _ -> false;
        };
    }

    private void reserve(Held held, Money more) {
        AccountKey key = new AccountKey(held.payment().tenant(), held.debtor());
        Account account = accounts.find(key).orElseThrow();
        Funds funds = account.funds();
        accounts.put(
                key,
                new Account(
                        key,
                        account.profile(),
                        account.status(),
                        new Funds(
                                funds.balance(),
                                funds.reserved().plus(more),
                                funds.overdraftLimit()),
                        account.entries(),
                        account.lastEntryAt()));
    }

    private void book(Transfer transfer) {
        if (!breaches.contains(Breach.TRANSFER_FORGOTTEN)) {
            keep(transfer);
        }
        List<Entry> written =
                breaches.contains(Breach.CREDIT_FORGOTTEN)
                        ? List.of(transfer.debit())
                        : transfer.entries();
        written.forEach(entry -> book(entry, transfer.at()));
    }

    private void keep(Transfer transfer) {
        TenantId tenant = transfer.debit().account().tenant();
        transfers.insert(new Booked(tenant, transfer.id()), transfer);
        keyOf(transfer)
                .filter(_ -> !breaches.contains(Breach.DEPOSITS_FORGOTTEN))
                .ifPresent(key -> deposits.insert(new Deposited(tenant, key), transfer.id()));
    }

    private static Optional<String> keyOf(Transfer transfer) {
        return switch (transfer.cause()) {
            case Cause.Deposit(var key) -> key;
            case Cause.Payment _ -> Optional.empty();
        };
    }

    /// Each entry must continue the one before.
    private void book(Entry entry, Instant at) {
        Account account = accounts.find(entry.account()).orElseThrow();
        Funds funds = account.funds();
        Money balance = funds.balance().plus(entry.amount());
        if (entry.sequence() != account.entries() + 1
                || !balance.equals(entry.balanceAfter())
                || at.isBefore(account.lastEntryAt())) {
            throw new IllegalStateException(entry + " does not continue " + account);
        }
        if (entry.amount().isNegative() || !breaches.contains(Breach.ENTRY_FORGOTTEN)) {
            entries.insert(entry.id(), entry);
        }
        accounts.put(
                account.key(),
                new Account(
                        account.key(),
                        account.profile(),
                        account.status(),
                        new Funds(balance, funds.reserved(), funds.overdraftLimit()),
                        entry.sequence(),
                        at));
    }
}

package io.paymentsengine.account.application;

import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.account.domain.Books;
import io.paymentsengine.account.domain.Funds;
import io.paymentsengine.account.domain.PaymentKey;
import io.paymentsengine.account.domain.Reservation;
import io.paymentsengine.account.domain.Reservation.Held;
import io.paymentsengine.account.domain.Transfer;
import io.paymentsengine.account.domain.Transfer.Cause;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Accounts, reservations and the ledger in memory, for tests without a database: a use case is
/// judged by what it leaves here.
final class MemoryBooks implements Accounts, Directory, Ledgers, Statements {

    private final Map<AccountKey, Account> accounts = new LinkedHashMap<>();
    private final Map<PaymentKey, Reservation> reservations = new LinkedHashMap<>();
    private final List<Transfer> transfers = new ArrayList<>();

    /// What happens before the books are open, as their rows may be locked.
    Runnable whileLocking = () -> {};

    @Override
    public Optional<Account> find(AccountKey key) {
        return Optional.ofNullable(accounts.get(key));
    }

    @Override
    public Optional<Account> findFunding(TenantId tenant, Currency currency) {
        return accounts.values().stream()
                .filter(account -> account.key().tenant().equals(tenant))
                .filter(account -> !account.isCustomers())
                .filter(account -> account.funds().currency().equals(currency))
                .findFirst();
    }

    @Override
    public Optional<Account> lock(AccountKey key) {
        return find(key);
    }

    @Override
    public boolean add(Account account) {
        boolean taken =
                account.profile().iban().isPresent()
                        && accounts.values().stream()
                                .anyMatch(
                                        other ->
                                                other.profile()
                                                        .iban()
                                                        .equals(account.profile().iban()));
        return !taken && accounts.putIfAbsent(account.key(), account) == null;
    }

    @Override
    public void changeStatus(Account account) {
        accounts.put(account.key(), account);
    }

    @Override
    public List<Account> list(TenantId tenant, Filter filter, Optional<AccountId> after, int rows) {
        return accounts.values().stream()
                .filter(account -> account.key().tenant().equals(tenant))
                .filter(account -> account.profile().kind() == filter.kind())
                .limit(rows)
                .toList();
    }

    @Override
    public List<Listing> lookUp(TenantId tenant, Collection<AccountReference> references) {
        return references.stream()
                .map(
                        reference ->
                                find(new AccountKey(tenant, AccountId.of(reference.value())))
                                        .map(account -> new Listing(reference, account)))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Books open(Set<AccountKey> named, Set<PaymentKey> payments) {
        whileLocking.run();
        return new Books(
                named.stream().map(this::find).flatMap(Optional::stream).toList(),
                payments.stream().map(reservations::get).flatMap(Stream::ofNullable).toList());
    }

    @Override
    public void write(Books.Changes changes, Instant at) {
        changes.opened().forEach(each -> reservations.put(each.payment(), each));
        changes.moved().forEach(each -> reservations.put(each.payment(), each));
        changes.transfers()
                .forEach(
                        transfer ->
                                transfer.entries().forEach(entry -> book(entry, transfer.at())));
        transfers.addAll(changes.transfers());
        accounts.replaceAll((key, account) -> with(account, reservedOn(key, account)));
    }

    @Override
    public List<Line> read(AccountKey account, Range range, int rows) {
        return lines(account).limit(rows).toList();
    }

    @Override
    public Optional<Line> find(AccountKey account, Deposited transfer) {
        return lines(account)
                .filter(line -> line.transfer().equals(transfer.transfer()))
                .findFirst();
    }

    @Override
    public Optional<Money> balanceAt(AccountKey account, Instant at) {
        return lines(account)
                .filter(line -> !line.at().isAfter(at))
                .map(line -> line.entry().balanceAfter())
                .reduce((_, later) -> later);
    }

    @Override
    public Optional<Deposited> claim(TenantId tenant, String depositKey) {
        Cause cause = new Cause.Deposit(Optional.of(depositKey));
        return transfers.stream()
                .filter(transfer -> transfer.cause().equals(cause))
                .filter(transfer -> transfer.debit().account().tenant().equals(tenant))
                .map(transfer -> new Deposited(transfer.id(), transfer.at()))
                .findFirst();
    }

    private Stream<Line> lines(AccountKey account) {
        return transfers.stream()
                .flatMap(
                        transfer ->
                                transfer.entries().stream()
                                        .filter(entry -> entry.account().equals(account))
                                        .map(
                                                entry ->
                                                        new Line(
                                                                entry,
                                                                transfer.id(),
                                                                Optional.empty(),
                                                                transfer.at())));
    }

    private void book(Transfer.Entry entry, Instant at) {
        accounts.computeIfPresent(
                entry.account(),
                (_, account) ->
                        new Account(
                                account.key(),
                                account.profile(),
                                account.status(),
                                new Funds(
                                        entry.balanceAfter(),
                                        Money.zero(account.funds().currency()),
                                        account.funds().overdraftLimit()),
                                entry.sequence(),
                                at));
    }

    private Money reservedOn(AccountKey key, Account account) {
        return reservations.values().stream()
                .filter(Held.class::isInstance)
                .map(Held.class::cast)
                .filter(held -> held.payment().tenant().equals(key.tenant()))
                .filter(held -> held.debtor().equals(key.id()))
                .map(Held::amount)
                .reduce(Money.zero(account.funds().currency()), Money::plus);
    }

    private static Account with(Account account, Money reserved) {
        Funds funds =
                new Funds(account.funds().balance(), reserved, account.funds().overdraftLimit());
        return new Account(
                account.key(),
                account.profile(),
                account.status(),
                funds,
                account.entries(),
                account.lastEntryAt());
    }
}

package io.paymentsengine.simulation.world;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.account.domain.Reservation.Held;
import io.paymentsengine.account.domain.Transfer;
import io.paymentsengine.account.domain.Transfer.Cause;
import io.paymentsengine.account.domain.Transfer.Entry;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.simulation.fate.Promise;
import io.paymentsengine.simulation.messaging.Finding;
import io.paymentsengine.simulation.stores.MemoryAccounts;
import io.paymentsengine.simulation.stores.MemoryLedgers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Checks that the books are consistent in themselves, regardless of why something was booked.
final class Audit {

    private final MemoryAccounts accounts;
    private final MemoryLedgers ledgers;
    private final List<Finding> findings = new ArrayList<>();

    /// A tenant's deposit that has an idempotency key.
    private record KeyedDeposit(TenantId tenant, String key) {

        static Optional<KeyedDeposit> of(Transfer transfer) {
            return switch (transfer.cause()) {
                case Cause.Deposit(var key) ->
                        key.map(
                                value ->
                                        new KeyedDeposit(
                                                transfer.debit().account().tenant(), value));
                case Cause.Payment _ -> Optional.empty();
            };
        }
    }

    Audit(MemoryAccounts accounts, MemoryLedgers ledgers) {
        this.accounts = accounts;
        this.ledgers = ledgers;
    }

    List<Finding> findings() {
        accountsAreWhatWasBooked();
        transfersAreWhole();
        keysLetMoneyInOnce();
        currenciesSumToZero();
        return findings;
    }

    private void accountsAreWhatWasBooked() {
        Map<AccountKey, List<Entry>> entries =
                ledgers.entries().stream().collect(groupingBy(Entry::account));
        Map<AccountKey, List<Held>> holds = holds().collect(groupingBy(Audit::debtorOf));
        for (Account account : accounts.all()) {
            Money booked =
                    sum(account, entries.getOrDefault(account.key(), List.of()), Entry::amount);
            Money held = sum(account, holds.getOrDefault(account.key(), List.of()), Held::amount);
            if (!booked.equals(account.funds().balance())) {
                find(Promise.BALANCES_ARE_BOOKED, account + " has entries of " + booked);
            }
            if (!held.equals(account.funds().reserved())) {
                find(Promise.RESERVED_IS_HELD, account + " has holds of " + held);
            }
            Money limit = account.funds().overdraftLimit().negated();
            if (account.isCustomers() && booked.minus(held).compareTo(limit) < 0) {
                find(Promise.LIMITS_HOLD, account + " is below its limit");
            }
        }
    }

    private void transfersAreWhole() {
        Set<Entry> written = Set.copyOf(ledgers.entries());
        Set<Entry> due =
                ledgers.transfers().stream()
                        .flatMap(transfer -> transfer.entries().stream())
                        .collect(toSet());
        for (Transfer transfer : ledgers.transfers()) {
            if (!written.containsAll(transfer.entries())) {
                find(Promise.TRANSFERS_ARE_WHOLE, transfer + " lacks an entry");
            }
        }
        if (!due.containsAll(written)) {
            find(Promise.ENTRIES_HAVE_TRANSFERS, "there are entries without a transfer");
        }
    }

    private void keysLetMoneyInOnce() {
        ledgers.transfers().stream()
                .flatMap(transfer -> KeyedDeposit.of(transfer).stream())
                .collect(groupingBy(each -> each, counting()))
                .forEach(
                        (key, times) -> {
                            if (times > 1) {
                                find(
                                        Promise.KEYS_LET_MONEY_IN_ONCE,
                                        "%s was made %d times".formatted(key, times));
                            }
                        });
    }

    private void currenciesSumToZero() {
        ledgers.entries().stream()
                .map(Entry::amount)
                .collect(groupingBy(Money::currency))
                .forEach(
                        (currency, amounts) -> {
                            long sum = amounts.stream().mapToLong(Money::minorUnits).sum();
                            if (sum != 0) {
                                find(
                                        Promise.CURRENCIES_SUM_TO_ZERO,
                                        "%s sums to %d".formatted(currency, sum));
                            }
                        });
    }

    private Stream<Held> holds() {
        return ledgers.reservations().stream().filter(Held.class::isInstance).map(Held.class::cast);
    }

    private void find(Promise broken, String text) {
        findings.add(Finding.of(broken, text));
    }

    private static AccountKey debtorOf(Held held) {
        return new AccountKey(held.payment().tenant(), held.debtor());
    }

    private static <T> Money sum(Account account, Collection<T> parts, Function<T, Money> amount) {
        return parts.stream()
                .map(amount)
                .reduce(Money.zero(account.funds().currency()), Money::plus);
    }
}

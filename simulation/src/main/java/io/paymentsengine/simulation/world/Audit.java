package io.paymentsengine.simulation.world;

import static java.util.stream.Collectors.groupingBy;

import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.account.domain.Reservation.Held;
import io.paymentsengine.account.domain.Transfer;
import io.paymentsengine.account.domain.Transfer.Entry;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.simulation.messaging.Finding;
import io.paymentsengine.simulation.stores.MemoryAccounts;
import io.paymentsengine.simulation.stores.MemoryLedgers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Whether the books are right, by themselves: whatever was booked for whatever reason.
final class Audit {

    private final MemoryAccounts accounts;
    private final MemoryLedgers ledgers;
    private final List<Finding> findings = new ArrayList<>();

    Audit(MemoryAccounts accounts, MemoryLedgers ledgers) {
        this.accounts = accounts;
        this.ledgers = ledgers;
    }

    List<Finding> findings() {
        accountsAreWhatWasBooked();
        transfersAreWhole();
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
            if (!booked.equals(account.funds().balance())
                    || !held.equals(account.funds().reserved())) {
                find("%s has entries of %s and holds of %s".formatted(account, booked, held));
            }
            Money limit = account.funds().overdraftLimit().negated();
            if (account.isCustomers() && booked.minus(held).compareTo(limit) < 0) {
                find(account + " is below its limit");
            }
        }
    }

    private void transfersAreWhole() {
        Set<Entry> written = new HashSet<>(ledgers.entries());
        for (Transfer transfer : ledgers.transfers()) {
            if (!written.containsAll(transfer.entries())) {
                find(transfer + " lacks an entry");
            }
        }
        if (written.size() != 2 * ledgers.transfers().size()) {
            find("there are entries of no transfer");
        }
    }

    private void currenciesSumToZero() {
        ledgers.entries().stream()
                .map(Entry::amount)
                .collect(groupingBy(Money::currency))
                .forEach(
                        (currency, amounts) -> {
                            long sum = amounts.stream().mapToLong(Money::minorUnits).sum();
                            if (sum != 0) {
                                find("%s sums to %d".formatted(currency, sum));
                            }
                        });
    }

    private Stream<Held> holds() {
        return ledgers.reservations().stream().filter(Held.class::isInstance).map(Held.class::cast);
    }

    private void find(String text) {
        findings.add(Finding.of(text));
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

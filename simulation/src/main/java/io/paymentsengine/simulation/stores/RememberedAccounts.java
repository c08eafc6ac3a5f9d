package io.paymentsengine.simulation.stores;

import static java.util.Objects.requireNonNull;

import io.paymentsengine.account.application.LookUpAccounts;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.simulation.fate.Breach;
import io.paymentsengine.validation.application.Accounts;
import io.paymentsengine.validation.domain.Account;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What validation-service knows of accounts, looked up in account-service itself. That an account is open is
/// remembered for some seconds, during which it may become wrong; an account that is not open is looked up
/// each time.
public final class RememberedAccounts implements Accounts {

    /// Production's default.
    static final Duration BELIEVED = Duration.ofSeconds(30);

    private final LookUpAccounts lookUpAccounts;
    private final Clock clock;
    private final Set<Breach> breaches;
    private final Map<Key, Learned> learned = new HashMap<>();

    private record Learned(Account account, Instant at) {}

    public RememberedAccounts(LookUpAccounts lookUpAccounts, Clock clock, Set<Breach> breaches) {
        this.lookUpAccounts = lookUpAccounts;
        this.clock = clock;
        this.breaches = breaches;
    }

    @Override
    public Known find(Set<Key> references) {
        Map<Key, Account> known = new HashMap<>();
        references.forEach(key -> find(key).ifPresent(account -> known.put(key, account)));
        return new Known(
                breaches.contains(Breach.ACCOUNTS_MIXED_UP) ? mixedUp(known) : known, Set.of());
    }

    /// Forgets everything.
    public void flush() {
        learned.clear();
    }

    private static Map<Key, Account> mixedUp(Map<Key, Account> known) {
        if (known.size() != 2) {
            return known;
        }
        List<Key> keys = List.copyOf(known.keySet());
        return Map.of(
                keys.getFirst(), requireNonNull(known.get(keys.getLast())),
                keys.getLast(), requireNonNull(known.get(keys.getFirst())));
    }

    private Optional<Account> find(Key key) {
        Learned before = learned.get(key);
        if (before != null && before.at().plus(BELIEVED).isAfter(clock.instant())) {
            return Optional.of(before.account());
        }
        Optional<Account> found = ask(key);
        found.filter(account -> account.status() == Account.Status.OPEN)
                .ifPresent(account -> learned.put(key, new Learned(account, clock.instant())));
        return found;
    }

    private Optional<Account> ask(Key key) {
        return lookUpAccounts.lookUp(key.tenant(), List.of(key.reference())).stream()
                .map(listing -> seen(listing.account()))
                .findFirst();
    }

    private static Account seen(io.paymentsengine.account.domain.Account account) {
        return new Account(
                account.key().id(),
                account.profile().iban().map(AccountReference::new),
                switch (account.status()) {
                    case OPEN -> Account.Status.OPEN;
                    case FROZEN -> Account.Status.FROZEN;
                    case CLOSED -> Account.Status.CLOSED;
                },
                account.funds().currency());
    }
}

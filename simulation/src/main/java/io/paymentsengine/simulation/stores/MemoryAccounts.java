package io.paymentsengine.simulation.stores;

import io.paymentsengine.account.application.Accounts;
import io.paymentsengine.account.application.Directory;
import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// Accounts by key, by IBAN, and funding accounts by currency.
public final class MemoryAccounts implements Accounts, Directory {

    private final Table<AccountKey, Account> accounts;
    private final Table<Named, AccountKey> ibans;
    private final Table<Funding, AccountKey> funding;

    private record Named(TenantId tenant, String iban) {}

    private record Funding(TenantId tenant, Currency currency) {}

    public MemoryAccounts(Database database, Table<AccountKey, Account> accounts) {
        this.accounts = accounts;
        this.ibans = database.table();
        this.funding = database.table();
    }

    @Override
    public Optional<Account> find(AccountKey key) {
        return accounts.find(key);
    }

    @Override
    public Optional<Account> findFunding(TenantId tenant, Currency currency) {
        return funding.find(new Funding(tenant, currency)).flatMap(accounts::find);
    }

    @Override
    public Optional<Account> lock(AccountKey key) {
        return accounts.find(key);
    }

    @Override
    public boolean add(Account account) {
        TenantId tenant = account.key().tenant();
        Optional<Named> named = account.profile().iban().map(iban -> new Named(tenant, iban));
        Funding fund = new Funding(tenant, account.funds().currency());
        boolean taken = account.isCustomers() ? isNamed(named) : funding.has(fund);
        if (taken) {
            return false;
        }
        accounts.insert(account.key(), account);
        named.ifPresent(name -> ibans.insert(name, account.key()));
        if (!account.isCustomers()) {
            funding.insert(fund, account.key());
        }
        return true;
    }

    @Override
    public void changeStatus(Account account) {
        accounts.put(account.key(), account);
    }

    @Override
    public List<Account> list(TenantId tenant, Filter filter, Optional<AccountId> after, int rows) {
        throw new UnsupportedOperationException("not used by the simulation");
    }

    @Override
    public List<Listing> lookUp(TenantId tenant, Collection<AccountReference> references) {
        return references.stream()
                .distinct()
                .flatMap(
                        reference ->
                                keyOf(tenant, reference)
                                        .flatMap(accounts::find)
                                        .filter(Account::isCustomers)
                                        .map(account -> new Listing(reference, account))
                                        .stream())
                .toList();
    }

    public Collection<Account> all() {
        return accounts.all();
    }

    private boolean isNamed(Optional<Named> named) {
        return named.filter(ibans::has).isPresent();
    }

    private Optional<AccountKey> keyOf(TenantId tenant, AccountReference reference) {
        return reference.isIban()
                ? ibans.find(new Named(tenant, reference.value()))
                : reference.accountId().map(id -> new AccountKey(tenant, id));
    }
}

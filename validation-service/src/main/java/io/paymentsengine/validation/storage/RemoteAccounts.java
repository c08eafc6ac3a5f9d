package io.paymentsengine.validation.storage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.web.ProblemType;
import io.paymentsengine.validation.application.Accounts;
import io.paymentsengine.validation.domain.Account;
import io.paymentsengine.validation.storage.AccountService.Asked;
import io.paymentsengine.validation.storage.AccountService.Found;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;
import org.springframework.web.client.HttpClientErrorException;

/// Reads accounts from the cache, and from account-service those that the cache lacks, with one request for
/// each tenant of a batch.
@Repository
class RemoteAccounts implements Accounts {

    private final AccountCache cache;
    private final AccountService accountService;

    RemoteAccounts(AccountCache cache, AccountService accountService) {
        this.cache = cache;
        this.accountService = accountService;
    }

    @Override
    public Known find(Set<Key> references) {
        Map<Key, Account> accounts = new HashMap<>(cache.find(references));
        Set<Key> missing = new HashSet<>(references);
        missing.removeAll(accounts.keySet());
        Map<TenantId, List<AccountReference>> byTenant =
                missing.stream()
                        .collect(groupingBy(Key::tenant, mapping(Key::reference, toList())));
        Set<TenantId> strangers = new HashSet<>();
        byTenant.forEach(
                (tenant, asked) ->
                        ask(tenant, asked)
                                .ifPresentOrElse(accounts::putAll, () -> strangers.add(tenant)));
        return new Known(accounts, strangers);
    }

    /// Returns the tenant's accounts among these and caches them, or returns empty if account-service does not
    /// know the tenant.
    private Optional<Map<Key, Account>> ask(TenantId tenant, List<AccountReference> references) {
        Map<Key, Account> found;
        try {
            found =
                    groupsOf(references)
                            .flatMap(
                                    group ->
                                            accountService
                                                    .lookup(tenant.value(), new Asked(group))
                                                    .stream())
                            .collect(
                                    toMap(
                                            each -> new Key(tenant, each.reference()),
                                            Found::toAccount,
                                            (_, later) -> later));
        } catch (HttpClientErrorException.Forbidden refused) {
            if (ProblemType.UNKNOWN_TENANT.isTypeOf(refused)) {
                return Optional.empty();
            }
            throw refused;
        }
        cache.keep(found);
        return Optional.of(found);
    }

    private static Stream<List<AccountReference>> groupsOf(List<AccountReference> references) {
        return references.stream().gather(Gatherers.windowFixed(AccountService.REFERENCES_MAX));
    }
}

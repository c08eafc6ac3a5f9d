package io.paymentsengine.validation.storage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.batching.MemberFault;
import io.paymentsengine.platform.web.ProblemType;
import io.paymentsengine.validation.application.Accounts;
import io.paymentsengine.validation.domain.Account;
import io.paymentsengine.validation.storage.AccountService.Asked;
import io.paymentsengine.validation.storage.AccountService.Found;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;
import org.springframework.web.client.HttpClientErrorException;

/// Accounts from the cache, and from account-service what the cache lacks: one question for each
/// tenant of a batch.
@Repository
class RemoteAccounts implements Accounts {

    private static final String UNKNOWN_TENANT = ProblemType.UNKNOWN_TENANT.uri().toString();

    private final AccountCache cache;
    private final AccountService accountService;

    RemoteAccounts(AccountCache cache, AccountService accountService) {
        this.cache = cache;
        this.accountService = accountService;
    }

    @Override
    public Map<Key, Account> find(Set<Key> references) {
        Map<Key, Account> known = new HashMap<>(cache.find(references));
        Set<Key> missing = new HashSet<>(references);
        missing.removeAll(known.keySet());
        Map<Key, Account> learned = ask(missing);
        cache.keep(learned);
        known.putAll(learned);
        return known;
    }

    private Map<Key, Account> ask(Set<Key> missing) {
        Map<TenantId, List<AccountReference>> byTenant =
                missing.stream()
                        .collect(groupingBy(Key::tenant, mapping(Key::reference, toList())));
        Map<Key, Account> found = new HashMap<>();
        byTenant.forEach(
                (tenant, references) ->
                        lookup(tenant, references)
                                .forEach(
                                        each ->
                                                found.put(
                                                        new Key(tenant, each.reference()),
                                                        each.toAccount())));
        return found;
    }

    private List<Found> lookup(TenantId tenant, List<AccountReference> references) {
        return groupsOf(references).flatMap(group -> lookup(tenant, new Asked(group))).toList();
    }

    private Stream<Found> lookup(TenantId tenant, Asked asked) {
        try {
            return accountService.lookup(tenant.value(), asked).stream();
        } catch (HttpClientErrorException.Forbidden refused) {
            if (refused.getResponseBodyAsString().contains(UNKNOWN_TENANT)) {
                throw new UnknownTenant(tenant);
            }
            throw refused;
        }
    }

    /// The registry that account-service has read lacks a tenant of the one read here. Who asks for that
    /// tenant must not keep the others waiting until both are the same.
    static final class UnknownTenant extends MemberFault {

        private static final long serialVersionUID = 1L;

        UnknownTenant(TenantId tenant) {
            super("unknown-tenant", "account-service knows no tenant %s".formatted(tenant));
        }
    }

    private static Stream<List<AccountReference>> groupsOf(List<AccountReference> references) {
        return references.stream().gather(Gatherers.windowFixed(AccountService.REFERENCES_MAX));
    }
}

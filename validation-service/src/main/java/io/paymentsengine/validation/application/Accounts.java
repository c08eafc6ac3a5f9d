package io.paymentsengine.validation.application;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.validation.domain.Account;
import java.util.Map;
import java.util.Set;

/// What account-service says of accounts, at most seconds ago.
public interface Accounts {

    /// What there is to know of these references.
    Known find(Set<Key> references);

    /// A reference means something to its tenant alone.
    record Key(TenantId tenant, AccountReference reference) {}

    /// What is known.
    ///
    /// @param accounts behind references; what a tenant does not have is not among them
    /// @param strangers tenants of whom account-service has not heard, whose accounts nobody can tell:
    ///     the registry that it has read lacks them
    record Known(Map<Key, Account> accounts, Set<TenantId> strangers) {

        public Known {
            accounts = Map.copyOf(accounts);
            strangers = Set.copyOf(strangers);
        }
    }
}

package io.paymentsengine.validation.application;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.validation.domain.Account;
import java.util.Map;
import java.util.Set;

/// Accounts as account-service has reported them, possibly a few seconds ago.
public interface Accounts {

    /// Returns what is known about these references.
    Known find(Set<Key> references);

    /// A reference is only meaningful within its tenant.
    record Key(TenantId tenant, AccountReference reference) {}

    /// What is known about the requested references.
    ///
    /// @param accounts accounts by reference; references to accounts that the tenant does not have are missing
    /// @param strangers tenants that account-service does not know, because the registry it has read lacks
    ///     them. Nothing can be said about their accounts
    record Known(Map<Key, Account> accounts, Set<TenantId> strangers) {

        public Known {
            accounts = Map.copyOf(accounts);
            strangers = Set.copyOf(strangers);
        }
    }
}

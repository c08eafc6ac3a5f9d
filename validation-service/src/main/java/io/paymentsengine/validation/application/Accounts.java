package io.paymentsengine.validation.application;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.validation.domain.Account;
import java.util.Map;
import java.util.Set;

/// What account-service says of accounts, at most seconds ago.
public interface Accounts {

    /// The accounts behind these references. What a tenant does not have is not in the answer.
    Map<Key, Account> find(Set<Key> references);

    /// A reference means something to its tenant alone.
    record Key(TenantId tenant, AccountReference reference) {}
}

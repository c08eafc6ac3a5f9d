package io.paymentsengine.account.storage;

import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/// The key of an [AccountRow].
@Embeddable
record AccountRowId(String tenantId, UUID id) {

    static AccountRowId of(AccountKey key) {
        return new AccountRowId(key.tenant().value(), key.id().value());
    }

    AccountKey toKey() {
        return new AccountKey(new TenantId(tenantId), new AccountId(id));
    }
}

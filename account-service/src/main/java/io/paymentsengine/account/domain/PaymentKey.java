package io.paymentsengine.account.domain;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;

/// Identifies a payment across tenants.
public record PaymentKey(TenantId tenant, PaymentId id) {

    /// An account of the payment's tenant: a payment never leaves its tenant.
    AccountKey account(AccountId account) {
        return new AccountKey(tenant, account);
    }
}

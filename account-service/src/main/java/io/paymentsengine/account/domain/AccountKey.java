package io.paymentsengine.account.domain;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.TenantId;

/// Identifies an account across tenants. The same id under another tenant is another account.
public record AccountKey(TenantId tenant, AccountId id) {}

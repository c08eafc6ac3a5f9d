package io.paymentsengine.saga.domain;

import io.paymentsengine.contracts.vocabulary.AccountId;

/// Between which accounts the money moves, as validation found them.
public record AccountPair(AccountId debtor, AccountId creditor) {}

package io.paymentsengine.saga.domain;

import io.paymentsengine.contracts.vocabulary.AccountId;

/// The accounts between which the money moves, as validation resolved them.
public record AccountPair(AccountId debtor, AccountId creditor) {}

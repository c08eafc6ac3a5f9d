package io.paymentsengine.validation.domain;

import io.paymentsengine.contracts.vocabulary.AccountId;
import java.util.Currency;

/// What validation needs to know of an account. May be seconds old: account-service, which owns it,
/// looks again when it reserves and settles.
public record Account(AccountId id, Status status, Currency currency) {

    /// Whether money may move.
    public enum Status {
        OPEN,
        FROZEN,
        CLOSED
    }
}

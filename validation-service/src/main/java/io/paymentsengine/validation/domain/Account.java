package io.paymentsengine.validation.domain;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import java.util.Currency;
import java.util.Optional;
import java.util.stream.Stream;

/// What validation needs to know of an account. That it is open may be seconds old: account-service,
/// which owns it, looks again when it reserves and settles.
///
/// @param iban by which it can be named as well as by its id
public record Account(
        AccountId id, Optional<AccountReference> iban, Status status, Currency currency) {

    /// Whether money may move.
    public enum Status {
        OPEN,
        FROZEN,
        CLOSED
    }

    /// Everything by which it can be named.
    Stream<AccountReference> names() {
        return Stream.concat(Stream.of(AccountReference.to(id)), iban.stream());
    }
}

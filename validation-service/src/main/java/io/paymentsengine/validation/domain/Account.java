package io.paymentsengine.validation.domain;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import java.util.Currency;
import java.util.Optional;
import java.util.stream.Stream;

/// What validation needs to know about an account. The status may be a few seconds old: account-service, which
/// owns the account, checks it again when it reserves and settles.
///
/// @param iban the IBAN that names the account in addition to its id
public record Account(
        AccountId id, Optional<AccountReference> iban, Status status, Currency currency) {

    /// Whether money may move on the account.
    public enum Status {
        OPEN,
        FROZEN,
        CLOSED
    }

    /// All references that name the account.
    Stream<AccountReference> names() {
        return Stream.concat(Stream.of(AccountReference.to(id)), iban.stream());
    }
}

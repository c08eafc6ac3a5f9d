package io.paymentsengine.validation.domain;

import java.util.Optional;
import java.util.stream.Stream;

/// All that the rules know about a payment.
///
/// @param debtor empty where the tenant has no such account
/// @param creditor empty where the tenant has no such account
public record Facts(
        Payment payment,
        Limits limits,
        Optional<Account> debtor,
        Optional<Account> creditor,
        ScreeningList screening,
        Traffic traffic) {

    /// The same with what is known of other payments.
    public Facts amid(Traffic others) {
        return new Facts(payment, limits, debtor, creditor, screening, others);
    }

    /// The accounts that are known, the debtor first.
    Stream<Account> accounts() {
        return Stream.of(debtor, creditor).flatMap(Optional::stream);
    }
}

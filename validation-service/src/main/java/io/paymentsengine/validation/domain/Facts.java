package io.paymentsengine.validation.domain;

import java.util.Optional;
import java.util.stream.Stream;

/// Everything that the rules know about a payment.
///
/// @param debtor empty if the tenant has no such account
/// @param creditor empty if the tenant has no such account
public record Facts(
        Payment payment,
        Limits limits,
        Optional<Account> debtor,
        Optional<Account> creditor,
        ScreeningList screening,
        RecentActivity activity) {

    /// Returns the same facts with what is known about other payments.
    public Facts amid(RecentActivity others) {
        return new Facts(payment, limits, debtor, creditor, screening, others);
    }

    /// The known accounts, the debtor's first.
    Stream<Account> accounts() {
        return Stream.of(debtor, creditor).flatMap(Optional::stream);
    }
}

package io.paymentsengine.account.domain;

import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A transfer of money, booked once: what one account gives, the other gets.
///
/// @param id the payment's id if it is a payment
public record Transfer(UUID id, Cause cause, Instant at, Entry debit, Entry credit) {

    public Transfer {
        if (!debit.amount().isNegative() || !debit.amount().negated().equals(credit.amount())) {
            throw new IllegalStateException("debit and credit come to zero");
        }
        if (!debit.account().tenant().equals(credit.account().tenant())) {
            throw new IllegalStateException("money never goes from one tenant to another");
        }
    }

    /// What the transfer was for.
    public sealed interface Cause {

        /// A settled payment.
        record Payment(PaymentId id) implements Cause {}

        /// Money that was deposited.
        ///
        /// @param key identifies repeats of the request
        record Deposit(Optional<String> key) implements Cause {}
    }

    /// What the transfer means for one account.
    ///
    /// @param sequence the number of the entry on the account: 1, 2, 3 …
    /// @param amount positive for what came in, negative for what went out
    public record Entry(
            UUID id, AccountKey account, long sequence, Money amount, Money balanceAfter) {}

    public List<Entry> entries() {
        return List.of(debit, credit);
    }
}

package io.paymentsengine.account.domain;

import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Money that moved, once: what one account gives is what the other gets.
///
/// @param id the payment's own where it is one
public record Transfer(UUID id, Cause cause, Instant at, Entry debit, Entry credit) {

    public Transfer {
        if (!debit.amount().isNegative() || !debit.amount().negated().equals(credit.amount())) {
            throw new IllegalStateException("debit and credit come to zero");
        }
        if (!debit.account().tenant().equals(credit.account().tenant())) {
            throw new IllegalStateException("money never goes from one tenant to another");
        }
    }

    /// What it was for.
    public sealed interface Cause {

        /// A settled payment.
        record Payment(PaymentId id) implements Cause {}

        /// Money that entered.
        ///
        /// @param key by which a repeat of the request is known
        record Deposit(Optional<String> key) implements Cause {}
    }

    /// What it means for one account.
    ///
    /// @param sequence of the account's entries: 1, 2, 3 …
    /// @param amount what came in; negative for what went out
    public record Entry(
            UUID id, AccountKey account, long sequence, Money amount, Money balanceAfter) {}

    public List<Entry> entries() {
        return List.of(debit, credit);
    }
}

package io.paymentsengine.account.domain;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.RejectionReason;
import java.util.Optional;

/// What became of a payment's reservation. It is kept for ever, because a repeated command is
/// answered from it. Only a held reservation can still change.
public sealed interface Reservation {

    PaymentKey payment();

    AccountId debtor();

    /// Whether it came from a command with these values.
    default boolean isOf(AccountId debtor, Money amount) {
        return switch (this) {
            case Held held -> held.debtor.equals(debtor) && held.amount.equals(amount);
            case Refused refused -> refused.debtor.equals(debtor) && refused.amount.equals(amount);
            case Settled settled -> settled.debtor.equals(debtor) && settled.amount.equals(amount);
            case Released freed -> freed.debtor.equals(debtor) && freed.amount.equals(amount);
            case Barred barred -> barred.debtor.equals(debtor);
        };
    }

    /// The amount is reserved. A refused settlement doesn't change that: the settlement stays
    /// refused, and the reservation waits for its release.
    record Held(
            PaymentKey payment,
            AccountId debtor,
            Money amount,
            Optional<RefusedSettlement> settlement)
            implements Reservation {

        Settled settle(AccountId creditor) {
            return new Settled(payment, debtor, amount, creditor);
        }

        Held refuse(RefusedSettlement refused) {
            return new Held(payment, debtor, amount, Optional.of(refused));
        }

        Released release() {
            return new Released(payment, debtor, amount, settlement);
        }
    }

    /// The amount could not be reserved.
    record Refused(PaymentKey payment, AccountId debtor, Money amount, RejectionReason reason)
            implements Reservation {}

    /// The amount has moved to the creditor.
    record Settled(PaymentKey payment, AccountId debtor, Money amount, AccountId creditor)
            implements Reservation {}

    /// The amount was reserved and is available again.
    record Released(
            PaymentKey payment,
            AccountId debtor,
            Money amount,
            Optional<RefusedSettlement> settlement)
            implements Reservation {}

    /// Nothing was reserved and nothing will be: a command that settles or releases arrived before
    /// the one that reserves.
    record Barred(PaymentKey payment, AccountId debtor) implements Reservation {}

    /// Why the amount could not go to this creditor.
    record RefusedSettlement(AccountId creditor, RejectionReason reason) {}
}

package io.paymentsengine.account.domain;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.RejectionReason;
import java.util.Optional;

/// What became of one payment's reservation. It is kept for ever, because a command that comes again
/// is answered from it. Only what is held has moves left.
public sealed interface Reservation {

    PaymentKey payment();

    AccountId debtor();

    /// Whether it came from a command like this.
    default boolean isOf(AccountId debtor, Money amount) {
        return switch (this) {
            case Held held -> held.debtor.equals(debtor) && held.amount.equals(amount);
            case Refused refused -> refused.debtor.equals(debtor) && refused.amount.equals(amount);
            case Settled settled -> settled.debtor.equals(debtor) && settled.amount.equals(amount);
            case Released freed -> freed.debtor.equals(debtor) && freed.amount.equals(amount);
            case Barred barred -> barred.debtor.equals(debtor);
        };
    }

    /// The amount is set aside. A settlement that was refused leaves it so: it stays refused, and
    /// the reservation waits for its release.
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

    /// The amount could not be set aside.
    record Refused(PaymentKey payment, AccountId debtor, Money amount, RejectionReason reason)
            implements Reservation {}

    /// The amount has moved to the creditor.
    record Settled(PaymentKey payment, AccountId debtor, Money amount, AccountId creditor)
            implements Reservation {}

    /// The amount was set aside and is free again.
    record Released(
            PaymentKey payment,
            AccountId debtor,
            Money amount,
            Optional<RefusedSettlement> settlement)
            implements Reservation {}

    /// Nothing was set aside and nothing will be: what ends a reservation came before what starts it.
    record Barred(PaymentKey payment, AccountId debtor) implements Reservation {}

    /// Why the amount could not go to this creditor.
    record RefusedSettlement(AccountId creditor, RejectionReason reason) {}
}

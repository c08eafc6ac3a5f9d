package io.paymentsengine.contracts;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;

/// What saga-orchestrator asks of account-service, on [Topics#ACCOUNT_COMMANDS], keyed by debtor.
public sealed interface AccountCommand extends Message {

    /// The account that pays.
    AccountId debtor();

    @Override
    default String key() {
        return debtor().toString();
    }

    /// Set the amount aside on the debtor's account. `amount` is positive.
    record ReserveFunds(PaymentId paymentId, AccountId debtor, Money amount)
            implements AccountCommand {}

    /// Move what was reserved from debtor to creditor.
    record SettlePayment(PaymentId paymentId, AccountId debtor, AccountId creditor)
            implements AccountCommand {}

    /// Give the reservation back. Harmless where there never was one: a later reservation is refused.
    record ReleaseFunds(PaymentId paymentId, AccountId debtor) implements AccountCommand {}
}

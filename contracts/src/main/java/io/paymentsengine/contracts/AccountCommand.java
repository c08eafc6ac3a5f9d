package io.paymentsengine.contracts;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;

/// Commands from saga-orchestrator to account-service, on [Topics#ACCOUNT_COMMANDS], keyed by debtor.
public sealed interface AccountCommand extends Message {

    /// The account that pays.
    AccountId debtor();

    @Override
    default String key() {
        return debtor().toString();
    }

    /// Reserve the amount on the debtor's account. `amount` is positive.
    record ReserveFunds(PaymentId paymentId, AccountId debtor, Money amount)
            implements AccountCommand {}

    /// Move the reserved amount from debtor to creditor.
    record SettlePayment(PaymentId paymentId, AccountId debtor, AccountId creditor)
            implements AccountCommand {}

    /// Release the reservation. If there is none yet, do nothing now and refuse a later reservation.
    record ReleaseFunds(PaymentId paymentId, AccountId debtor) implements AccountCommand {}
}

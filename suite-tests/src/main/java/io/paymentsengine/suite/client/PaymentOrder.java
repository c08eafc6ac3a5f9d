package io.paymentsengine.suite.client;

import io.paymentsengine.contracts.vocabulary.Money;
import java.util.UUID;

/// A request for a payment. The accounts are ids or IBANs.
public record PaymentOrder(
        String debtorAccount, String creditorAccount, Amount amount, String reference) {

    /// An order with a unique reference, so that it is nobody's duplicate.
    public static PaymentOrder of(String debtor, String creditor, Money amount) {
        return new PaymentOrder(
                debtor, creditor, Amount.of(amount), "Journey " + UUID.randomUUID());
    }

    /// An order with a unique reference, so that it is nobody's duplicate.
    public static PaymentOrder of(Account debtor, Account creditor, Money amount) {
        return of(debtor.id(), creditor.id(), amount);
    }

    public PaymentOrder referring(String text) {
        return new PaymentOrder(debtorAccount, creditorAccount, amount, text);
    }
}

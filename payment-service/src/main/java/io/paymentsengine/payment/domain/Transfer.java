package io.paymentsengine.payment.domain;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Money;

/// The amount that a payment moves, between which accounts, and for what purpose.
///
/// @param reference text for the creditor; may be empty
public record Transfer(
        AccountReference debtor, AccountReference creditor, Money amount, String reference) {

    /// Maximum length of SEPA remittance information, in characters (code points).
    public static final int REFERENCE_MAX = 140;

    public Transfer {
        if (debtor.equals(creditor)) {
            throw new IllegalArgumentException("debtor and creditor must be different accounts");
        }
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("the amount must be greater than zero");
        }
        if (reference.codePointCount(0, reference.length()) > REFERENCE_MAX) {
            throw new IllegalArgumentException("the reference has at most 140 characters");
        }
    }
}

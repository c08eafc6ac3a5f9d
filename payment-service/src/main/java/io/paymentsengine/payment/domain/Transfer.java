package io.paymentsengine.payment.domain;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Money;

/// What a payment is to move, from whom to whom, and what for.
///
/// @param reference what the creditor reads; may be empty
public record Transfer(
        AccountReference debtor, AccountReference creditor, Money amount, String reference) {

    /// The length of a SEPA remittance information, in characters (code points).
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

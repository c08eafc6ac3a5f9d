package io.paymentsengine.account.domain;

import io.paymentsengine.contracts.vocabulary.RejectionReason;

/// Why money can't be reserved or moved, or an account can't be closed. The names are stable codes
/// of the API.
public enum Refusal {
    ACCOUNT_UNKNOWN("%s is not one of this tenant's accounts."),
    ACCOUNT_FROZEN("%s is frozen."),
    ACCOUNT_CLOSED("%s is closed."),
    ACCOUNT_NOT_EMPTY("%s still has a balance or reservations."),
    BALANCE_TOO_LARGE("%s would have a balance larger than can be booked."),
    CURRENCY_MISMATCH("%s is kept in another currency."),
    INSUFFICIENT_FUNDS("%s has less available than the amount."),
    PAYMENT_RELEASED("The payment was ended before it was reserved."),
    RESERVATION_MISSING("Nothing is reserved for the payment."),
    SAME_ACCOUNT("Debtor and creditor are the same account.");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    /// The account that the refusal is about, in the words with which its sentence begins.
    public enum Subject {
        ACCOUNT("The account"),
        DEBTOR("The debtor's account"),
        CREDITOR("The creditor's account");

        private final String name;

        Subject(String name) {
            this.name = name;
        }
    }

    /// The refusal in the form that all services share.
    public RejectionReason of(Subject subject) {
        return new RejectionReason(name(), sentence.formatted(subject.name));
    }
}

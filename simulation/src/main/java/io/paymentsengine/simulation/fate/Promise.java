package io.paymentsengine.simulation.fate;

/// What has to be true of a world in the end. A finding is about one of these that was not kept, and a
/// [Breach] says which of them it leads to: a promise that nothing breaks may be one that nobody
/// watches.
public enum Promise {
    /// What a client was promised is there.
    ACCEPTED_IS_THERE,
    /// A payment ends.
    PAYMENTS_END,
    /// A payment ends no second time.
    PAYMENTS_END_ONCE,
    /// A payment and its saga say the same.
    SAGAS_AGREE,
    /// A saga is that of a payment.
    SAGAS_HAVE_PAYMENTS,
    /// A saga's journal has as many lines as the saga says.
    JOURNALS_ARE_WHOLE,
    /// What is over holds no money.
    HOLDS_END,
    /// Money is settled for completed payments, and for no other.
    RESERVATIONS_AGREE,
    /// A completed payment moved its amount, and no other moved anything.
    AMOUNTS_MOVE,
    /// Money moved between the accounts that the payment names.
    MONEY_GOES_WHERE_IT_SHOULD,
    /// Nothing goes to the ledger that was not approved.
    APPROVAL_COMES_FIRST,
    /// A payment is cancelled for its own tenant alone.
    OWNERS_CANCEL,
    /// A tenant finds what is its own.
    OWNERS_FIND,
    /// A tenant finds nothing that is another's.
    STRANGERS_FIND_NOTHING,
    /// An answer is about what was asked for.
    ANSWERS_FIT,
    /// A group that comes again gets the answers that it got before.
    GROUPS_ARE_REPEATABLE,
    /// A key gives one payment.
    KEYS_GIVE_ONE_PAYMENT,
    /// Who asks for the same under a key gets what it gave.
    KEYS_ARE_REPEATABLE,
    /// A key that a tenant has used for nothing else is free, whoever else has used it.
    KEYS_ARE_A_TENANTS_OWN,
    /// A key lets money in once.
    KEYS_LET_MONEY_IN_ONCE,
    /// A balance is the sum of its entries.
    BALANCES_ARE_BOOKED,
    /// What is reserved is the sum of what is held.
    RESERVED_IS_HELD,
    /// No account is below its limit.
    LIMITS_HOLD,
    /// A transfer has both of its entries.
    TRANSFERS_ARE_WHOLE,
    /// An entry is that of a transfer.
    ENTRIES_HAVE_TRANSFERS,
    /// All that was booked in a currency sums to zero.
    CURRENCIES_SUM_TO_ZERO,
    /// What was committed is sent.
    COMMITTED_IS_SENT,
    /// What was sent is committed.
    SENT_IS_COMMITTED,
    /// What is on a partition is handled.
    MESSAGES_ARE_HANDLED,
    /// What is on a partition is handled by no second transaction.
    MESSAGES_ARE_HANDLED_ONCE,
    /// Nothing is set aside as a dead letter.
    NOTHING_IS_SET_ASIDE,
    /// An alarm is heard.
    ALARMS_ARE_HEARD,
    /// In the end nothing is left to do.
    WORLDS_SETTLE,
    /// Nothing is thrown that nobody expected, which would leave nothing to look at.
    NOTHING_IS_THROWN
}

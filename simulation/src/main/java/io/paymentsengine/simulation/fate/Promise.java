package io.paymentsengine.simulation.fate;

/// What must be true of a world when it has settled. Each finding names a promise that was broken, and each
/// [Breach] says which promises it breaks. A promise that no breach can break may be one that nothing checks.
public enum Promise {
    /// A payment that was confirmed to a client exists.
    ACCEPTED_IS_THERE,
    /// Every payment ends.
    PAYMENTS_END,
    /// No payment ends twice.
    PAYMENTS_END_ONCE,
    /// A payment and its saga agree.
    SAGAS_AGREE,
    /// Every saga belongs to a payment.
    SAGAS_HAVE_PAYMENTS,
    /// A saga's journal has as many lines as the saga has counted.
    JOURNALS_ARE_WHOLE,
    /// A payment that is over holds no money.
    HOLDS_END,
    /// Money is settled for completed payments, and for no others.
    RESERVATIONS_AGREE,
    /// A completed payment moved its amount, and no other payment moved anything.
    AMOUNTS_MOVE,
    /// Money moved between the accounts that the payment names.
    MONEY_GOES_WHERE_IT_SHOULD,
    /// Nothing reaches the ledger without approval.
    APPROVAL_COMES_FIRST,
    /// A payment can be cancelled only by its own tenant.
    OWNERS_CANCEL,
    /// A tenant finds what belongs to it.
    OWNERS_FIND,
    /// A tenant finds nothing that belongs to another.
    STRANGERS_FIND_NOTHING,
    /// An answer is about what was requested.
    ANSWERS_FIT,
    /// A repeated group gets the same answers as before.
    GROUPS_ARE_REPEATABLE,
    /// A key gives one payment.
    KEYS_GIVE_ONE_PAYMENT,
    /// A repeated request with the same key gets the same result.
    KEYS_ARE_REPEATABLE,
    /// A key that a tenant has not used for anything else is free, even if another tenant has used it.
    KEYS_ARE_A_TENANTS_OWN,
    /// A key lets money in once.
    KEYS_LET_MONEY_IN_ONCE,
    /// A balance is the sum of its entries.
    BALANCES_ARE_BOOKED,
    /// An account's reserved amount is the sum of its holds.
    RESERVED_IS_HELD,
    /// No account is below its limit.
    LIMITS_HOLD,
    /// A transfer has both of its entries.
    TRANSFERS_ARE_WHOLE,
    /// Every entry belongs to a transfer.
    ENTRIES_HAVE_TRANSFERS,
    /// Everything booked in a currency sums to zero.
    CURRENCIES_SUM_TO_ZERO,
    /// Committed messages are sent.
    COMMITTED_IS_SENT,
    /// Only committed messages are sent.
    SENT_IS_COMMITTED,
    /// Every message on a partition is handled.
    MESSAGES_ARE_HANDLED,
    /// No message on a partition is handled by a second transaction.
    MESSAGES_ARE_HANDLED_ONCE,
    /// No message is set aside as a dead letter.
    NOTHING_IS_SET_ASIDE,
    /// Every alarm that is due is handled.
    ALARMS_ARE_HEARD,
    /// In the end no work is left.
    WORLDS_SETTLE,
    /// No unexpected exception is thrown, which would leave nothing to examine.
    NOTHING_IS_THROWN
}

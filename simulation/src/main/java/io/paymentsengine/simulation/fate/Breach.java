package io.paymentsengine.simulation.fate;

import java.util.Set;

/// A deliberate defect: something that a store, the broker, the clock or the entrance of a service must do is
/// left undone, to prove that the simulation detects it. Each breach lists the promises that must then be
/// reported broken; others may be reported too.
@SuppressWarnings("ImmutableEnumChecker") // the sets are never changed
public enum Breach {
    /// Offsets are committed in a separate transaction before the effects: a crash in between loses messages.
    OFFSETS_BEFORE_EFFECTS(Promise.MESSAGES_ARE_HANDLED),
    /// Offsets are committed in a separate transaction after the effects: a crash in between repeats
    /// messages.
    OFFSETS_AFTER_EFFECTS(Promise.MESSAGES_ARE_HANDLED_ONCE),
    /// Messages are sent before the transaction commits.
    SENT_BEFORE_COMMIT(Promise.SENT_IS_COMMITTED, Promise.SAGAS_HAVE_PAYMENTS),
    /// Between the commit and the send, messages exist only in memory.
    OUTBOX_IN_MEMORY(Promise.COMMITTED_IS_SENT),
    /// The sweeper deletes an outbox row left by a crash before it sends the row's messages.
    SWEPT_BEFORE_SENT(Promise.COMMITTED_IS_SENT),
    /// No sweeper sends what a crash has left.
    NOBODY_SWEEPS(Promise.COMMITTED_IS_SENT),
    /// Nobody asks again about payments whose saga never started or whose end was lost.
    NOBODY_ASKS_AGAIN(Promise.PAYMENTS_END, Promise.SAGAS_AGREE, Promise.RESERVATIONS_AGREE),
    /// The sagas' clock stands still.
    DEADLINES_NEVER_PASS(Promise.ALARMS_ARE_HEARD),
    /// The record that a payment was released before it was reserved is lost.
    TOMBSTONE_FORGOTTEN(Promise.HOLDS_END),
    /// Refused reservations are not stored.
    REFUSAL_FORGOTTEN(Promise.HOLDS_END),
    /// A saga's move to compensation is not stored.
    TURNING_BACK_FORGOTTEN(Promise.NOTHING_IS_SET_ASIDE),
    /// Journal entries are not stored.
    JOURNAL_FORGOTTEN(Promise.JOURNALS_ARE_WHOLE),
    /// Decisions on payments are not stored.
    DECISIONS_FORGOTTEN(Promise.APPROVAL_COMES_FIRST),
    /// A client is answered before the transaction commits.
    ANSWERED_BEFORE_COMMIT(Promise.ACCEPTED_IS_THERE),
    /// Within a group of requests that are accepted together, each gets another's answer.
    ANSWERS_MIXED_UP(Promise.ANSWERS_FIT),
    /// A repeated group gets new payment ids.
    IDS_MADE_ANEW(Promise.GROUPS_ARE_REPEATABLE),
    /// Idempotency keys are not stored.
    KEYS_FORGOTTEN(Promise.KEYS_GIVE_ONE_PAYMENT),
    /// An idempotency key also returns the payments of other tenants.
    KEYS_MIXED(Promise.KEYS_ARE_REPEATABLE),
    /// A key used by one tenant counts as used for all tenants.
    KEYS_SHARED(Promise.KEYS_ARE_A_TENANTS_OWN),
    /// A key counts as used, but the payment it belongs to cannot be found.
    KEYS_HIDDEN(Promise.NOTHING_IS_THROWN),
    /// A payment that has ended is treated as open.
    ENDS_OVERLOOKED(Promise.PAYMENTS_END_ONCE),
    /// A payment that has ended stays on the list of open ones.
    ENDS_UNLISTED(Promise.WORLDS_SETTLE),
    /// The credit entry of a transfer is not written.
    CREDIT_FORGOTTEN(Promise.TRANSFERS_ARE_WHOLE, Promise.CURRENCIES_SUM_TO_ZERO),
    /// A credit changes the balance, but its entry is not stored.
    ENTRY_FORGOTTEN(Promise.BALANCES_ARE_BOOKED, Promise.LIMITS_HOLD),
    /// Entries are stored, but the transfer they belong to is not.
    TRANSFER_FORGOTTEN(Promise.ENTRIES_HAVE_TRANSFERS, Promise.AMOUNTS_MOVE),
    /// Deposits are not remembered by key: a repeated deposit is made again.
    DEPOSITS_FORGOTTEN(Promise.KEYS_LET_MONEY_IN_ONCE),
    /// Two accounts that are looked up together are swapped.
    ACCOUNTS_MIXED_UP(Promise.MONEY_GOES_WHERE_IT_SHOULD),
    /// A released reservation does not give back the amount it held.
    HOLD_KEPT(Promise.RESERVED_IS_HELD),
    /// Any tenant that knows a payment's id can find the payment.
    TENANTS_MIXED(Promise.STRANGERS_FIND_NOTHING, Promise.OWNERS_CANCEL),
    /// No payment can be found by its id.
    PAYMENTS_HIDDEN(Promise.OWNERS_FIND);

    private final Set<Promise> broken;

    Breach(Promise... broken) {
        this.broken = Set.of(broken);
    }

    /// The promises that must be reported broken when this breach is active.
    public Set<Promise> broken() {
        return broken;
    }
}

package io.paymentsengine.simulation.fate;

import java.util.Set;

/// What would be wrong with a world: what stores, broker, clock or door owe is left undone on purpose,
/// so that the simulation can prove that it would find it. Beside each, the promises that are found
/// broken then, whatever else is.
@SuppressWarnings("ImmutableEnumChecker") // the sets are never changed
public enum Breach {
    /// Offsets move in a transaction of their own before the effects: a crash in between loses.
    OFFSETS_BEFORE_EFFECTS(Promise.MESSAGES_ARE_HANDLED),
    /// Offsets move in a transaction of their own after the effects: a crash in between repeats.
    OFFSETS_AFTER_EFFECTS(Promise.MESSAGES_ARE_HANDLED_ONCE),
    /// Messages are sent while the transaction can still be undone.
    SENT_BEFORE_COMMIT(Promise.SENT_IS_COMMITTED, Promise.SAGAS_HAVE_PAYMENTS),
    /// Messages are in memory alone between commit and sending.
    OUTBOX_IN_MEMORY(Promise.COMMITTED_IS_SENT),
    /// What a crash has left goes from the outbox before it is sent.
    SWEPT_BEFORE_SENT(Promise.COMMITTED_IS_SENT),
    /// Nobody sends what a crash has left.
    NOBODY_SWEEPS(Promise.COMMITTED_IS_SENT),
    /// Nobody asks for payments whose saga never started or whose end got lost.
    NOBODY_ASKS_AGAIN(Promise.PAYMENTS_END, Promise.SAGAS_AGREE, Promise.RESERVATIONS_AGREE),
    /// The sagas' clock stands still.
    DEADLINES_NEVER_PASS(Promise.ALARMS_ARE_HEARD),
    /// That a payment was released before it was reserved is not kept.
    TOMBSTONE_FORGOTTEN(Promise.HOLDS_END),
    /// That a reservation was refused is not kept.
    REFUSAL_FORGOTTEN(Promise.HOLDS_END),
    /// A saga that turns back is not kept.
    TURNING_BACK_FORGOTTEN(Promise.NOTHING_IS_SET_ASIDE),
    /// What becomes of a saga is not written down.
    JOURNAL_FORGOTTEN(Promise.JOURNALS_ARE_WHOLE),
    /// What was decided on a payment is not kept.
    DECISIONS_FORGOTTEN(Promise.APPROVAL_COMES_FIRST),
    /// A client is answered while the transaction can still be undone.
    ANSWERED_BEFORE_COMMIT(Promise.ACCEPTED_IS_THERE),
    /// Of those that are accepted together, each gets another's answer.
    ANSWERS_MIXED_UP(Promise.ANSWERS_FIT),
    /// A group that comes again comes under new ids.
    IDS_MADE_ANEW(Promise.GROUPS_ARE_REPEATABLE),
    /// Idempotency keys are not kept.
    KEYS_FORGOTTEN(Promise.KEYS_GIVE_ONE_PAYMENT),
    /// Whoever knows a key finds what it gave to whomever.
    KEYS_MIXED(Promise.KEYS_ARE_REPEATABLE),
    /// A key that one tenant has used is taken for all.
    KEYS_SHARED(Promise.KEYS_ARE_A_TENANTS_OWN),
    /// A key is taken, and by what nobody finds.
    KEYS_HIDDEN(Promise.NOTHING_IS_THROWN),
    /// A payment that has ended is taken for an open one.
    ENDS_OVERLOOKED(Promise.PAYMENTS_END_ONCE),
    /// A payment that has ended stays among the open ones.
    ENDS_UNLISTED(Promise.WORLDS_SETTLE),
    /// The second side of a transfer is not written.
    CREDIT_FORGOTTEN(Promise.TRANSFERS_ARE_WHOLE, Promise.CURRENCIES_SUM_TO_ZERO),
    /// What comes in moves the balance, and the entry of it is not kept.
    ENTRY_FORGOTTEN(Promise.BALANCES_ARE_BOOKED, Promise.LIMITS_HOLD),
    /// Entries are kept, and the transfer that they belong to is not.
    TRANSFER_FORGOTTEN(Promise.ENTRIES_HAVE_TRANSFERS, Promise.AMOUNTS_MOVE),
    /// That money has entered is not kept: a deposit that comes again is made again.
    DEPOSITS_FORGOTTEN(Promise.KEYS_LET_MONEY_IN_ONCE),
    /// Of two accounts that are looked up together, each is taken for the other.
    ACCOUNTS_MIXED_UP(Promise.MONEY_GOES_WHERE_IT_SHOULD),
    /// What is reserved is not given back when it is released.
    HOLD_KEPT(Promise.RESERVED_IS_HELD),
    /// Whoever knows a payment's id finds it.
    TENANTS_MIXED(Promise.STRANGERS_FIND_NOTHING, Promise.OWNERS_CANCEL),
    /// Nobody finds a payment by its id.
    PAYMENTS_HIDDEN(Promise.OWNERS_FIND);

    private final Set<Promise> broken;

    Breach(Promise... broken) {
        this.broken = Set.of(broken);
    }

    /// The promises that are found broken where this is wrong.
    public Set<Promise> broken() {
        return broken;
    }
}

package io.paymentsengine.account.domain;

import io.paymentsengine.contracts.vocabulary.Iban;
import io.paymentsengine.contracts.vocabulary.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/// One account and how far its entries have come. It says itself why something can't be done with
/// it; who asks first and does it then never breaks a rule.
///
/// @param entries how many there are; their sequence numbers are 1 to this
/// @param lastEntryAt when the last one was booked; the time of opening while there is none
public record Account(
        AccountKey key,
        Profile profile,
        Status status,
        Funds funds,
        long entries,
        Instant lastEntryAt) {

    /// What does not change.
    ///
    /// @param iban by which it can be named as well as by its id. It was one when the account was opened,
    ///     and is not judged again: an account stays, whatever becomes of the registry of IBANs
    public record Profile(Kind kind, String name, Optional<String> iban, Instant createdAt) {}

    /// Whose money it is.
    public enum Kind {
        /// A customer's.
        CUSTOMER,
        /// The tenant's own, one for each currency: deposits come from it, so that money that enters
        /// is booked twice as well. It alone may go below zero as far as numbers go.
        FUNDING
    }

    /// What may be done. Freezing stops new reservations and all credits; a reservation that stood
    /// before is a promise already given, and is still settled or released.
    public enum Status {
        OPEN,
        FROZEN,
        CLOSED
    }

    /// Where an account's status goes, or why it stays.
    public sealed interface StatusChange {

        /// It goes, or was there already.
        record Changed(Account account) implements StatusChange {}

        /// It stays.
        record Refused(Refusal refusal) implements StatusChange {}
    }

    /// A new customer's account, empty.
    ///
    /// @throws IllegalArgumentException if the limit is negative or larger than can be booked
    public static Account open(
            AccountKey key, String name, Optional<Iban> iban, Money overdraftLimit, Instant at) {
        if (overdraftLimit.isNegative() || overdraftLimit.minorUnits() > Funds.MINOR_UNITS_MAX) {
            throw new IllegalArgumentException(
                    "must not be negative, nor larger than can be booked");
        }
        Profile profile = new Profile(Kind.CUSTOMER, name, iban.map(Iban::value), at);
        return new Account(key, profile, Status.OPEN, Funds.none(overdraftLimit), 0, at);
    }

    /// The tenant's new funding account of a currency, empty.
    public static Account funding(AccountKey key, Currency currency, Instant at) {
        Profile profile = new Profile(Kind.FUNDING, "Funding " + currency, Optional.empty(), at);
        Funds funds = Funds.none(new Money(Funds.MINOR_UNITS_MAX, currency));
        return new Account(key, profile, Status.OPEN, funds, 0, at);
    }

    /// Takes no new reservations and no credits until it is unfrozen.
    public StatusChange freeze() {
        return changeTo(Status.FROZEN);
    }

    /// Back to normal.
    public StatusChange unfreeze() {
        return changeTo(Status.OPEN);
    }

    /// For ever, and only when nothing is left in it.
    public StatusChange close() {
        return status == Status.CLOSED || funds.areNone()
                ? new StatusChange.Changed(with(Status.CLOSED))
                : new StatusChange.Refused(Refusal.ACCOUNT_NOT_EMPTY);
    }

    /// Why this amount can't be reserved or taken, if so.
    Optional<Refusal> objectionToPaying(Money amount) {
        return objectionToUse(amount)
                .or(() -> when(!funds.cover(amount), Refusal.INSUFFICIENT_FUNDS));
    }

    /// Why this amount can't come in, if so.
    Optional<Refusal> objectionToReceiving(Money amount) {
        return objectionToUse(amount)
                .or(() -> when(!funds.haveRoomFor(amount), Refusal.BALANCE_TOO_LARGE));
    }

    /// Whether it is a customer's, not the tenant's own.
    public boolean isCustomers() {
        return profile.kind() == Kind.CUSTOMER;
    }

    Account hold(Money amount) {
        return with(funds.hold(amount));
    }

    Account free(Money amount) {
        return with(funds.free(amount));
    }

    /// The account one entry further.
    Account book(Money amount, Instant at) {
        return new Account(key, profile, status, funds.add(amount), entries + 1, at);
    }

    private Optional<Refusal> objectionToUse(Money amount) {
        return switch (status) {
            case OPEN ->
                    when(!amount.currency().equals(funds.currency()), Refusal.CURRENCY_MISMATCH);
            case FROZEN -> Optional.of(Refusal.ACCOUNT_FROZEN);
            case CLOSED -> Optional.of(Refusal.ACCOUNT_CLOSED);
        };
    }

    private StatusChange changeTo(Status wanted) {
        return status == Status.CLOSED
                ? new StatusChange.Refused(Refusal.ACCOUNT_CLOSED)
                : new StatusChange.Changed(with(wanted));
    }

    private Account with(Status changed) {
        return new Account(key, profile, changed, funds, entries, lastEntryAt);
    }

    private Account with(Funds changed) {
        return new Account(key, profile, status, changed, entries, lastEntryAt);
    }

    private static Optional<Refusal> when(boolean refused, Refusal refusal) {
        return refused ? Optional.of(refusal) : Optional.empty();
    }
}

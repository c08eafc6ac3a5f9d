package io.paymentsengine.account.domain;

import io.paymentsengine.contracts.vocabulary.Iban;
import io.paymentsengine.contracts.vocabulary.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/// One account, with the state that its entries have brought it to. The account itself says why an
/// operation is not possible; a caller that asks before it acts never breaks a rule.
///
/// @param entries number of entries; their sequence numbers run from 1 to this
/// @param lastEntryAt when the last entry was booked; the time of opening if there is none
public record Account(
        AccountKey key,
        Profile profile,
        Status status,
        Funds funds,
        long entries,
        Instant lastEntryAt) {

    /// What does not change.
    ///
    /// @param iban names the account as well as its id does. It was valid when the account was opened and
    ///     is not validated again: an account stays, whatever becomes of the registry of IBANs
    public record Profile(Kind kind, String name, Optional<String> iban, Instant createdAt) {}

    /// Who owns the money.
    public enum Kind {
        /// A customer's account.
        CUSTOMER,
        /// The tenant's own account, one for each currency. Deposits come from it, so that money that
        /// enters is booked on two sides as well. Its overdraft limit is the largest possible.
        FUNDING
    }

    /// What may be done. Freezing stops new reservations and all credits. A reservation that was made
    /// before is a promise already given, and is still settled or released.
    public enum Status {
        OPEN,
        FROZEN,
        CLOSED
    }

    /// The result of a change of status.
    public sealed interface StatusChange {

        /// The account gets the status, or had it already.
        record Changed(Account account) implements StatusChange {}

        /// The account keeps its status.
        record Refused(Refusal refusal) implements StatusChange {}
    }

    /// A new, empty account of a customer.
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

    /// A new, empty funding account of the tenant in this currency.
    public static Account funding(AccountKey key, Currency currency, Instant at) {
        Profile profile = new Profile(Kind.FUNDING, "Funding " + currency, Optional.empty(), at);
        Funds funds = Funds.none(new Money(Funds.MINOR_UNITS_MAX, currency));
        return new Account(key, profile, Status.OPEN, funds, 0, at);
    }

    /// Stops new reservations and all credits until the account is unfrozen.
    public StatusChange freeze() {
        return changeTo(Status.FROZEN);
    }

    /// Reopens a frozen account.
    public StatusChange unfreeze() {
        return changeTo(Status.OPEN);
    }

    /// Closes the account for ever, if nothing is left in it.
    public StatusChange close() {
        return status == Status.CLOSED || funds.areNone()
                ? new StatusChange.Changed(with(Status.CLOSED))
                : new StatusChange.Refused(Refusal.ACCOUNT_NOT_EMPTY);
    }

    /// Why this amount can't be reserved or debited, if it can't.
    Optional<Refusal> objectionToPaying(Money amount) {
        return objectionToUse(amount)
                .or(() -> when(!funds.cover(amount), Refusal.INSUFFICIENT_FUNDS));
    }

    /// Why this amount can't be credited, if it can't.
    Optional<Refusal> objectionToReceiving(Money amount) {
        return objectionToUse(amount)
                .or(() -> when(!funds.haveRoomFor(amount), Refusal.BALANCE_TOO_LARGE));
    }

    /// Whether this is a customer's account rather than the tenant's own.
    public boolean isCustomers() {
        return profile.kind() == Kind.CUSTOMER;
    }

    Account hold(Money amount) {
        return with(funds.hold(amount));
    }

    Account free(Money amount) {
        return with(funds.free(amount));
    }

    /// The account after one more entry.
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

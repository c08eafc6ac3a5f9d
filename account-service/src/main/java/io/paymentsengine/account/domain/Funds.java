package io.paymentsengine.account.domain;

import io.paymentsengine.contracts.vocabulary.Money;
import java.util.Currency;

/// What an account has and how far it may go: always within its limit.
///
/// @param balance the sum of its entries
/// @param reserved the part of it that open reservations hold
/// @param overdraftLimit how far balance minus reserved may be below zero
public record Funds(Money balance, Money reserved, Money overdraftLimit) {

    /// Largest balance and limit, in minor units: about a ninth of the largest `long`, so that sums
    /// of an account's amounts never overflow.
    public static final long MINOR_UNITS_MAX = 1_000_000_000_000_000_000L;

    public Funds {
        if (reserved.isNegative() || overdraftLimit.isNegative()) {
            throw new IllegalStateException("reserved and overdraft limit are not negative");
        }
        if (beyondMax(balance) || beyondMax(overdraftLimit)) {
            throw new IllegalStateException("balance and overdraft limit are limited");
        }
        if (balance.minus(reserved).plus(overdraftLimit).isNegative()) {
            throw new IllegalStateException("an account does not go below its limit");
        }
    }

    /// Empty funds with this limit.
    public static Funds none(Money overdraftLimit) {
        Money nothing = Money.zero(overdraftLimit.currency());
        return new Funds(nothing, nothing, overdraftLimit);
    }

    public Currency currency() {
        return balance.currency();
    }

    /// What is not reserved. Below zero as far as the overdraft is used.
    public Money available() {
        return balance.minus(reserved);
    }

    /// Whether this amount may still be reserved or debited.
    boolean cover(Money amount) {
        return amount.compareTo(available().plus(overdraftLimit)) <= 0;
    }

    /// Whether this amount may still be credited.
    boolean haveRoomFor(Money amount) {
        return amount.compareTo(max().minus(balance)) <= 0;
    }

    Funds hold(Money amount) {
        return new Funds(balance, reserved.plus(amount), overdraftLimit);
    }

    Funds free(Money amount) {
        return new Funds(balance, reserved.minus(amount), overdraftLimit);
    }

    Funds add(Money amount) {
        return new Funds(balance.plus(amount), reserved, overdraftLimit);
    }

    boolean areNone() {
        return balance.minorUnits() == 0 && reserved.minorUnits() == 0;
    }

    private Money max() {
        return new Money(MINOR_UNITS_MAX, currency());
    }

    private static boolean beyondMax(Money amount) {
        return amount.minorUnits() > MINOR_UNITS_MAX || amount.minorUnits() < -MINOR_UNITS_MAX;
    }
}

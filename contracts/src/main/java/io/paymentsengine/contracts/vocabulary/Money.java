package io.paymentsengine.contracts.vocabulary;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;

/// An amount of one currency (ISO 4217) in its minor units: EUR 1.25 is 125, JPY 125 is 125, BHD
/// 0.125 is 125. It may be negative. Arithmetic that leaves the range of `long` throws
/// [ArithmeticException].
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {

    private static final Pattern DECIMAL =
            Pattern.compile("-?(0|[1-9][0-9]{0,18})(\\.[0-9]{1,4})?");

    public Money {
        payable(currency);
    }

    /// Zero in this currency.
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /// An amount in minor units of the currency with this ISO 4217 code.
    ///
    /// @throws IllegalArgumentException if there is no such currency, or it has no minor unit
    public static Money of(long minorUnits, String currency) {
        return new Money(minorUnits, currencyOf(currency));
    }

    /// Parses a decimal such as `125.50`, with no more fraction digits than the currency has.
    ///
    /// @throws IllegalArgumentException if the text is not such a decimal or is out of range, or the
    ///     currency is unknown or has no minor unit
    public static Money parse(String decimal, String currencyCode) {
        Currency currency = currencyOf(currencyCode);
        if (!DECIMAL.matcher(decimal).matches()) {
            throw new IllegalArgumentException("must be a decimal such as \"125.50\"");
        }
        int digits = currency.getDefaultFractionDigits();
        BigDecimal exact = new BigDecimal(decimal);
        if (exact.scale() > digits) {
            throw new IllegalArgumentException(
                    "must have at most %d fraction digits for %s".formatted(digits, currencyCode));
        }
        try {
            return new Money(exact.movePointRight(digits).longValueExact(), currency);
        } catch (ArithmeticException outOfRange) {
            throw new IllegalArgumentException("is larger than can be booked", outOfRange);
        }
    }

    /// The currency with this ISO 4217 code.
    ///
    /// @throws IllegalArgumentException if there is no such currency, or it has no minor unit
    public static Currency currencyOf(String code) {
        return payable(known(code));
    }

    /// The amount as a decimal with exactly the currency's fraction digits, such as `125.50`.
    public String decimal() {
        return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits()).toPlainString();
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, same(other).minorUnits), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minorUnits, same(other).minorUnits), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minorUnits), currency);
    }

    public boolean isPositive() {
        return minorUnits > 0;
    }

    public boolean isNegative() {
        return minorUnits < 0;
    }

    /// Compares amounts of the same currency.
    ///
    /// @throws IllegalArgumentException if the currencies differ
    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, same(other).minorUnits);
    }

    @Override
    public String toString() {
        return currency + " " + decimal();
    }

    private static Currency known(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "must be an ISO 4217 currency code, such as EUR", unknown);
        }
    }

    private static Currency payable(Currency currency) {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(currency + " has no minor unit and can't be paid");
        }
        return currency;
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "%s and %s are not the same currency".formatted(currency, other.currency));
        }
        return other;
    }
}

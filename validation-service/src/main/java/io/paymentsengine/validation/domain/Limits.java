package io.paymentsengine.validation.domain;

import io.paymentsengine.contracts.vocabulary.Money;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/// The limits of a tenant.
///
/// @param largestPayment largest single payment by currency; a currency that is not listed can't be
///     paid
/// @param paymentsPerMinuteAndAccount maximum number of payments of one debtor account in a sliding
///     minute
/// @param paymentsPerMinute maximum number of payments of the tenant in a sliding minute
public record Limits(
        Map<Currency, Money> largestPayment,
        int paymentsPerMinuteAndAccount,
        int paymentsPerMinute) {

    /// Length of the sliding minute.
    public static final Duration WINDOW = Duration.ofMinutes(1);

    public Limits {
        largestPayment = Map.copyOf(largestPayment);
        largestPayment.forEach(Limits::check);
        if (paymentsPerMinuteAndAccount < 1 || paymentsPerMinute < 1) {
            throw new IllegalArgumentException("a tenant may make at least one payment a minute");
        }
    }

    /// Returns the largest single payment in this currency, or empty if the currency can't be paid.
    public Optional<Money> largestIn(Currency currency) {
        return Optional.ofNullable(largestPayment.get(currency));
    }

    private static void check(Currency currency, Money largest) {
        if (!largest.currency().equals(currency)) {
            throw new IllegalArgumentException(largest + " is no limit for " + currency);
        }
        if (!largest.isPositive()) {
            throw new IllegalArgumentException("the largest payment must be greater than zero");
        }
    }
}

package io.paymentsengine.suite.journeys;

import io.paymentsengine.contracts.vocabulary.Money;

/// Shorthands for amounts of money.
final class Sums {

    private Sums() {}

    static Money eur(String decimal) {
        return Money.parse(decimal, "EUR");
    }

    static Money usd(String decimal) {
        return Money.parse(decimal, "USD");
    }

    static Money jpy(String decimal) {
        return Money.parse(decimal, "JPY");
    }
}

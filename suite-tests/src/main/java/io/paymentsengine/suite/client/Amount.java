package io.paymentsengine.suite.client;

import io.paymentsengine.contracts.vocabulary.Money;

/// Money on the wire.
public record Amount(String value, String currency) {

    static Amount of(Money money) {
        return new Amount(money.decimal(), money.currency().getCurrencyCode());
    }

    /// The amount as money.
    public Money money() {
        return Money.parse(value, currency);
    }
}

package io.paymentsengine.platform.web;

import io.paymentsengine.contracts.vocabulary.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Money on the wire: `{"value": "125.50", "currency": "EUR"}`, a decimal string with no more
/// fraction digits than the currency has. An instance is always valid, so it can be booked.
public record Amount(
        @Schema(
                        pattern = ApiSchemas.DECIMAL,
                        example = "125.50",
                        description = "No more fraction digits than the currency has")
                String value,
        @Schema(format = ApiSchemas.CURRENCY_FORMAT, pattern = ApiSchemas.CURRENCY, example = "EUR")
                String currency) {

    public Amount {
        given("value", value);
        given("currency", currency);
        try {
            Money.zero(Money.currencyOf(currency));
        } catch (IllegalArgumentException unknown) {
            throw new InvalidPart("currency", String.valueOf(unknown.getMessage()));
        }
        try {
            Money.parse(value, currency);
        } catch (IllegalArgumentException refused) {
            throw new InvalidPart("value", String.valueOf(refused.getMessage()));
        }
    }

    /// The amount of this money, as it is written on the wire.
    public static Amount of(Money money) {
        return new Amount(money.decimal(), money.currency().getCurrencyCode());
    }

    /// The money that this amount stands for.
    public Money toMoney() {
        return Money.parse(value, currency);
    }

    private static void given(String part, @Nullable String text) {
        if (text == null) {
            throw new InvalidPart(part, "must be given");
        }
    }
}

package io.paymentsengine.validation.web;

import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.platform.web.InputError;
import io.paymentsengine.platform.web.PlainText;
import io.paymentsengine.validation.domain.Limits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

/// Body of a request that replaces all limits.
///
/// @param largestPayment decimal amounts by currency; a currency that is not listed can't be paid
/// @param operator who changes them
/// @param reason the reason, for later reference
record LimitsRequest(
        @NotNull @Size(max = CURRENCIES_MAX)
                Map<@Pattern(regexp = "[A-Z]{3}") String, @NotNull String> largestPayment,
        @Min(1) @Max(PAYMENTS_MAX) int paymentsPerMinuteAndAccount,
        @Min(1) @Max(PAYMENTS_MAX) int paymentsPerMinute,
        @NotNull @PlainText(min = 1, max = 100) String operator,
        @NotNull @PlainText(min = 1, max = 500) String reason) {

    /// More than ISO 4217 has.
    static final int CURRENCIES_MAX = 200;

    /// Bounded because each payment of the last minute is an entry in Redis.
    static final int PAYMENTS_MAX = 1_000_000;

    Limits toLimits() {
        Map<Currency, Money> largest = new HashMap<>();
        largestPayment.forEach(
                (code, decimal) -> {
                    Money money = positive(code, decimal);
                    largest.put(money.currency(), money);
                });
        return new Limits(largest, paymentsPerMinuteAndAccount, paymentsPerMinute);
    }

    private static Money positive(String code, String decimal) {
        return InputError.reading(
                "/largestPayment/" + code,
                () -> {
                    Money money = Money.parse(decimal, code);
                    if (!money.isPositive()) {
                        throw new IllegalArgumentException("must be greater than zero");
                    }
                    return money;
                });
    }
}

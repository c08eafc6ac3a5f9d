package io.paymentsengine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.paymentsengine.contracts.vocabulary.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {

    @ParameterizedTest
    @CsvSource({
        "125.50, EUR, 12550",
        "125.5, EUR, 12550",
        "125, JPY, 125",
        "0.125, BHD, 125",
        "-1.00, EUR, -100",
        "92233720368547758.07, EUR, 9223372036854775807"
    })
    void means_money(String value, String currency, long minorUnits) {
        assertThat(new Amount(value, currency).toMoney()).isEqualTo(Money.of(minorUnits, currency));
    }

    @ParameterizedTest
    @CsvSource({
        "125.505, EUR, 2 fraction digits",
        "125.5, JPY, 0 fraction digits",
        "1e3, EUR, decimal",
        "01.00, EUR, decimal",
        "+1.00, EUR, decimal",
        "'1,00', EUR, decimal",
        "NaN, EUR, decimal",
        "'', EUR, decimal",
        "92233720368547758.08, EUR, larger",
        "1.00, EURO, ISO 4217",
        "1.00, eur, ISO 4217",
        "1, XAU, no minor unit"
    })
    void refuses_what_is_no_money(String value, String currency, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Amount(value, currency))
                .withMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({"12550, EUR, 125.50", "125, JPY, 125", "-5, BHD, -0.005"})
    void writes_all_digits_of_the_currency(long minorUnits, String currency, String value) {
        assertThat(Amount.of(Money.of(minorUnits, currency)))
                .isEqualTo(new Amount(value, currency));
    }
}

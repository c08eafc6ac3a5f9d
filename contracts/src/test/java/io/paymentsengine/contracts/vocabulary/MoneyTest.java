package io.paymentsengine.contracts.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "0,                    EUR, 0,                   0.00",
        "1,                    EUR, 100,                 1.00",
        "125.5,                EUR, 12550,               125.50",
        "125.50,               EUR, 12550,               125.50",
        "-0.01,                EUR, -1,                  -0.01",
        "125,                  JPY, 125,                 125",
        "0.125,                BHD, 125,                 0.125",
        "1.2345,               CLF, 12345,               1.2345",
        "92233720368547758.07, EUR, 9223372036854775807, 92233720368547758.07",
    })
    void reads_and_writes_decimals(String text, String currency, long minorUnits, String written) {
        Money money = Money.parse(text, currency);

        assertThat(money.minorUnits()).isEqualTo(minorUnits);
        assertThat(money.decimal()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "1.234,                 EUR, fraction digits",
        "1.0,                   JPY, fraction digits",
        "92233720368547758.08,  EUR, larger",
        "9999999999999999999,   EUR, larger",
        "1e3,                   EUR, decimal",
        "1E3,                   EUR, decimal",
        "NaN,                   EUR, decimal",
        "+1,                    EUR, decimal",
        "01,                    EUR, decimal",
        "'1,5',                 EUR, decimal",
        ".5,                    EUR, decimal",
        "1.,                    EUR, decimal",
        "'',                    EUR, decimal",
        "' 1',                  EUR, decimal",
        "\u0661,                EUR, decimal",
        "1,                     EURO, ISO 4217",
        "1,                     eur, ISO 4217",
        "1,                     XXX, no minor unit",
    })
    void refuses_what_is_no_amount(String text, String currency, String because) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.parse(text, currency))
                .withMessageContaining(because);
    }

    @Test
    void never_leaves_the_range_of_long_silently() {
        Money most = Money.of(Long.MAX_VALUE, "EUR");

        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> most.plus(Money.of(1, "EUR")));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.of(Long.MIN_VALUE, "EUR").negated());
    }

    @Test
    void mixes_no_currencies() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of(1, "EUR").plus(Money.of(1, "USD")))
                .withMessageContaining("not the same currency");
    }

    @Test
    void adds_subtracts_and_compares() {
        Money one = Money.of(100, "EUR");
        Money two = Money.of(200, "EUR");

        assertThat(one.plus(one)).isEqualTo(two);
        assertThat(one.minus(two)).isEqualTo(one.negated());
        assertThat(one).isLessThan(two);
        assertThat(one.isPositive()).isTrue();
        assertThat(one.negated().isNegative()).isTrue();
    }
}

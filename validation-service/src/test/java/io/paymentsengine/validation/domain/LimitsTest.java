package io.paymentsengine.validation.domain;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paymentsengine.contracts.vocabulary.Money;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    @ParameterizedTest
    @CsvSource({
        "EUR, EUR, 0, 1, 1",
        "EUR, EUR, -1, 1, 1",
        "EUR, JPY, 1, 1, 1",
        "EUR, EUR, 1, 0, 1",
        "EUR, EUR, 1, 1, 0",
    })
    void limits_that_make_no_sense_do_not_exist(
            String key, String currency, long largest, int ofAccount, int ofTenant) {
        var largestPayment = Map.of(Money.currencyOf(key), Money.of(largest, currency));

        assertThatThrownBy(() -> new Limits(largestPayment, ofAccount, ofTenant))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

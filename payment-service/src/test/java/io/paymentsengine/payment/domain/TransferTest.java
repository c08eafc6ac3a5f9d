package io.paymentsengine.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.payment.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransferTest {

    private static final AccountReference DEBTOR = Samples.account();
    private static final AccountReference CREDITOR = Samples.account();
    private static final Money CENT = Money.of(1, "EUR");

    @Test
    void needs_two_accounts() {
        assertThatThrownBy(() -> new Transfer(DEBTOR, DEBTOR, CENT, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void moves_more_than_nothing(long minorUnits) {
        Money nothing = Money.of(minorUnits, "EUR");
        assertThatThrownBy(() -> new Transfer(DEBTOR, CREDITOR, nothing, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("greater than zero");
    }

    @Test
    void has_a_reference_of_140_characters_however_many_units_they_take() {
        String longest = "😀".repeat(Transfer.REFERENCE_MAX);

        assertThat(new Transfer(DEBTOR, CREDITOR, CENT, longest).reference()).isEqualTo(longest);
        assertThatThrownBy(() -> new Transfer(DEBTOR, CREDITOR, CENT, longest + "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("140");
    }
}

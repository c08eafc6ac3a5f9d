package io.paymentsengine.contracts.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89370400440532013000",
                "GB82WEST12345698765432",
                "NL91ABNA0417164300",
                "NO9386011117947",
                "MT84MALT011000012345MTLCAST001S",
                "LC55HEMM000100010012001200023015",
                "FR1420041010050500013M02606",
            })
    void takes_what_the_registry_gives_as_examples(String iban) {
        assertThat(Iban.isValid(iban)).isTrue();
        assertThat(new Iban(iban)).hasToString(iban);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // wrong check digit, wrong digit, two digits swapped
                "DE88370400440532013000",
                "DE89370400440532013001",
                "DE89370400440532010300",
                // correct check digits, but a length that Germany doesn't have
                "DE41370400440532013",
                // correct check digits, but countries that have no IBANs
                "US64SVBKUS6S3300958879",
                "XX46370400440532013000",
                // malformed
                "",
                "NL91",
                "NL91 ABNA 0417 1643 00",
                "nl91abna0417164300",
                "9191ABNA0417164300",
                "NL91ABNA0417164300000000000000000000",
            })
    void refuses_what_is_none(String text) {
        assertThat(Iban.isValid(text)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Iban(text))
                .withMessageStartingWith("must be an IBAN");
    }
}

package io.paymentsengine.contracts.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    private static final String ID = "0198c0de-0000-7000-8000-000000000001";

    @ParameterizedTest
    @ValueSource(strings = {"std-001", "STD001", "STD-01", "STD-0011", "STDX-001", "", "STD-001\n"})
    void a_tenant_is_three_letters_and_three_digits(String malformed) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TenantId(malformed));
        assertThat(new TenantId("STD-001")).hasToString("STD-001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-1-1-1-1",
                "0000000000000000000000000001-1-1-1-1",
                "",
                "0198c0de000070008000000000000001",
                "not a uuid"
            })
    void an_identifier_is_a_whole_uuid(String malformed) {
        assertThatIllegalArgumentException().isThrownBy(() -> PaymentId.of(malformed));
        assertThatIllegalArgumentException().isThrownBy(() -> AccountId.of(malformed));
        assertThat(PaymentId.of(ID)).hasToString(ID);
    }

    @Test
    void an_account_is_referred_to_by_id_or_iban() {
        AccountReference byId = new AccountReference(ID);
        AccountReference byIban = new AccountReference("NL91ABNA0417164300");

        assertThat(byId.accountId()).contains(AccountId.of(ID));
        assertThat(byId.isIban()).isFalse();
        assertThat(byIban.accountId()).isEmpty();
        assertThat(byIban.isIban()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NL91 ABNA 0417 1643 00",
                "nl91abna0417164300",
                "0198C0DE-0000-7000-8000-000000000001",
                "NL91",
            })
    void an_account_is_referred_to_by_nothing_else(String malformed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccountReference(malformed))
                .withMessageContaining("IBAN");
    }
}

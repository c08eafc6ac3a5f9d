package io.paymentsengine.validation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.platform.ids.Ids;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreeningListTest {

    private static final String IBAN = "DE89370400440532013000";

    @ParameterizedTest
    @CsvSource({
        "Edward Teach, true",
        "for EDWARD   TEACH!, true",
        "Édward-Téach, true",
        "Teach Edward, false",
        "Edward Teacher, false",
        "Edward, false",
        "Edward Edward Teach, true",
        "from Blackbeard, true",
        "Blackbeards, false",
        "'', false",
        "' ', false",
        "…!, false",
    })
    void finds_names_as_whole_words(String reference, boolean hit) {
        ScreeningList list = new ScreeningList(List.of("Edward Teach", "blackbeard"));

        assertThat(list.hits(payment(new FactsBuilder().reference(reference)), List.of()))
                .isEqualTo(hit);
    }

    @Test
    void finds_accounts_by_whatever_they_are_called() {
        AccountId listed = new AccountId(Ids.next());
        ScreeningList list = new ScreeningList(List.of(IBAN, listed.toString()));
        Payment other = payment(new FactsBuilder());

        assertThat(list.hits(other, List.of())).isFalse();
        assertThat(list.hits(other, List.of(listed))).isTrue();
        assertThat(list.hits(payment(new FactsBuilder().from(IBAN)), List.of())).isTrue();
        assertThat(list.hits(payment(new FactsBuilder().to(IBAN)), List.of())).isTrue();
        assertThat(list.hits(payment(new FactsBuilder().to(listed.toString())), List.of()))
                .isTrue();
    }

    @Test
    void leaves_out_comments_and_blank_lines() {
        ScreeningList list = new ScreeningList(List.of("# Edward", "", "  ", "Teach"));

        assertThat(list.hits(payment(new FactsBuilder().reference("Edward")), List.of())).isFalse();
        assertThat(list.hits(payment(new FactsBuilder().reference("Teach")), List.of())).isTrue();
    }

    @Test
    void refuses_an_entry_that_could_never_be_found() {
        assertThatThrownBy(() -> new ScreeningList(List.of("!?")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("!?");
    }

    private static Payment payment(FactsBuilder facts) {
        return facts.build().payment();
    }
}

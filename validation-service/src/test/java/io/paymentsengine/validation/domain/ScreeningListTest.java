package io.paymentsengine.validation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

        assertThat(list.hits(payment(new FactsBuilder().reference(reference)), Stream.empty()))
                .isEqualTo(hit);
    }

    @Test
    void finds_accounts_by_whatever_they_are_called() {
        Account listed = FactsBuilder.account("EUR");
        String id = listed.id().toString();
        ScreeningList list = new ScreeningList(List.of(IBAN, id));
        Payment other = payment(new FactsBuilder());

        assertThat(list.hits(other, Stream.of(FactsBuilder.account("EUR")))).isFalse();
        assertThat(list.hits(other, Stream.of(listed))).isTrue();
        assertThat(list.hits(payment(new FactsBuilder().from(IBAN)), Stream.empty())).isTrue();
        assertThat(list.hits(payment(new FactsBuilder().to(IBAN)), Stream.empty())).isTrue();
        assertThat(list.hits(payment(new FactsBuilder().to(id)), Stream.empty())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                IBAN,
                "DE89 3704 0044 0532 0130 00",
                "de89 3704 0044 0532 0130 00",
            })
    void finds_a_listed_iban_behind_an_account_that_is_named_by_its_id(String entry) {
        Account account =
                FactsBuilder.account("EUR", new AccountReference(IBAN), Account.Status.OPEN);
        ScreeningList list = new ScreeningList(List.of(entry));

        assertThat(list.hits(payment(new FactsBuilder()), Stream.of(account))).isTrue();
    }

    @Test
    void finds_an_id_whatever_its_case() {
        Account listed = FactsBuilder.account("EUR");
        ScreeningList list =
                new ScreeningList(List.of(listed.id().toString().toUpperCase(Locale.ROOT)));

        assertThat(list.hits(payment(new FactsBuilder()), Stream.of(listed))).isTrue();
    }

    @Test
    void leaves_out_comments_and_blank_lines() {
        ScreeningList list = new ScreeningList(List.of("# Edward", "", "  ", "Teach"));

        assertThat(list.hits(payment(new FactsBuilder().reference("Edward")), Stream.empty()))
                .isFalse();
        assertThat(list.hits(payment(new FactsBuilder().reference("Teach")), Stream.empty()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!?", "DE88370400440532013000", "DE88 3704 0044 0532 0130 00"})
    void refuses_an_entry_that_could_never_be_found(String entry) {
        assertThatThrownBy(() -> new ScreeningList(List.of(entry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(entry);
    }

    private static Payment payment(FactsBuilder facts) {
        return facts.build().payment();
    }
}

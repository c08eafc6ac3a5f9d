package io.paymentsengine.validation.domain;

import static io.paymentsengine.validation.domain.FactsBuilder.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.platform.ids.Ids;
import io.paymentsengine.validation.domain.Verdict.Approved;
import io.paymentsengine.validation.domain.Verdict.Declined;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RulesTest {

    private static final String IBAN = "DE89370400440532013000";
    private static final String BROKEN_IBAN = "DE88370400440532013000";

    @Test
    void a_payment_nobody_objects_to_is_approved_between_the_accounts_that_were_meant() {
        Account debtor = account("EUR");
        Account creditor = account("EUR");

        assertThat(judge(payment().debtor(debtor).creditor(creditor).to(IBAN).build()))
                .isEqualTo(new Approved(debtor.id(), creditor.id()));
    }

    @Test
    void every_rule_has_a_name_of_its_own() {
        assertThat(Rules.ALL).extracting(Rule::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "10000, EUR, ",
        "10001, EUR, AMOUNT_OVER_LIMIT",
        "1,     EUR, ",
        "0,     EUR, AMOUNT_NOT_POSITIVE",
        "-1,    EUR, AMOUNT_NOT_POSITIVE",
        "9223372036854775807, EUR, AMOUNT_OVER_LIMIT",
        "10000, JPY, ",
        "10001, JPY, AMOUNT_OVER_LIMIT",
        "10000, USD, CURRENCY_NOT_ALLOWED",
    })
    void the_amount_stays_within_the_limit_of_its_currency(
            long minorUnits, String currency, String code) {
        assertThat(
                        codes(
                                payment()
                                        .amount(Money.of(minorUnits, currency))
                                        .debtor(account(currency))
                                        .creditor(account(currency))))
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void a_tenant_without_limits_pays_nothing() {
        assertThat(codes(payment().nothingAllowed())).containsExactly("CURRENCY_NOT_ALLOWED");
    }

    @ParameterizedTest
    @CsvSource({"JPY, EUR", "EUR, JPY", "JPY, JPY"})
    void both_accounts_are_kept_in_the_currency_of_the_payment(String debtor, String creditor) {
        assertThat(codes(payment().debtor(account(debtor)).creditor(account(creditor))))
                .containsExactly("CURRENCY_MISMATCH");
    }

    @Test
    void both_accounts_are_the_tenants() {
        assertThat(codes(payment().noDebtor())).containsExactly("ACCOUNT_UNKNOWN");
        assertThat(codes(payment().noCreditor())).containsExactly("ACCOUNT_UNKNOWN");
        assertThat(codes(payment().noDebtor().noCreditor())).containsExactly("ACCOUNT_UNKNOWN");
    }

    @Test
    void whose_account_is_unknown_is_said() {
        Facts facts = payment().to(IBAN).noCreditor().build();

        assertThat(((Declined) judge(facts)).reason().detail()).contains(IBAN, "creditor");
    }

    @ParameterizedTest
    @EnumSource(names = {"FROZEN", "CLOSED"})
    void neither_account_is_blocked(Account.Status status) {
        String code = "ACCOUNT_" + status;

        assertThat(codes(payment().debtor(account("EUR", status)))).containsExactly(code);
        assertThat(codes(payment().creditor(account("EUR", status)))).containsExactly(code);
    }

    @Test
    void debtor_and_creditor_are_not_one_account_whatever_it_is_called() {
        Account one = account("EUR");

        assertThat(codes(payment().debtor(one).creditor(one).to(IBAN)))
                .containsExactly("SAME_ACCOUNT");
        assertThat(codes(payment().from(IBAN).to(IBAN).noDebtor().noCreditor()))
                .containsExactly("ACCOUNT_UNKNOWN", "SAME_ACCOUNT");
    }

    @Test
    void an_iban_has_to_be_one_on_either_side() {
        assertThat(codes(payment().from(BROKEN_IBAN))).containsExactly("IBAN_INVALID");
        assertThat(codes(payment().to(BROKEN_IBAN))).containsExactly("IBAN_INVALID");
        assertThat(codes(payment().from(IBAN))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2, 4, ",
        "3, 4, velocity-of-account",
        "4, 4, velocity-of-account",
        "2, 5, velocity-of-tenant",
    })
    void the_last_minute_had_room_for_one_more(long ofAccount, long ofTenant, String rule) {
        Verdict verdict = judge(payment().activity(ofAccount, ofTenant).build());

        assertThat(objections(verdict))
                .extracting(Objection::rule)
                .isEqualTo(rule == null ? List.of() : List.of(rule));
        assertThat(objections(verdict))
                .extracting(objection -> objection.reason().code())
                .allMatch("VELOCITY_EXCEEDED"::equals);
    }

    @Test
    void a_duplicate_is_named() {
        PaymentId duplicate = new PaymentId(Ids.next());

        Declined declined = (Declined) judge(payment().duplicate(duplicate).build());

        assertThat(declined.reason().code()).isEqualTo("DUPLICATE_SUSPECTED");
        assertThat(declined.reason().detail()).contains(duplicate.toString());
    }

    @Test
    void a_screening_hit_comes_first_and_does_not_say_what_was_hit() {
        Declined declined =
                (Declined)
                        judge(
                                payment()
                                        .reference("for Edward Teach")
                                        .screening("Edward Teach")
                                        .noDebtor()
                                        .build());

        assertThat(declined.reason().code()).isEqualTo("REVIEW_REQUIRED");
        assertThat(declined.reason().detail()).doesNotContain("Teach");
    }

    @Test
    void a_decision_shows_all_that_spoke_against_the_payment_and_answers_with_the_first() {
        Verdict verdict =
                judge(
                        payment()
                                .from(BROKEN_IBAN)
                                .noDebtor()
                                .creditor(account("JPY", Account.Status.FROZEN))
                                .amount(Money.of(10_001, "EUR"))
                                .activity(3, 5)
                                .build());

        assertThat(objections(verdict))
                .extracting(objection -> objection.reason().code())
                .containsExactly(
                        "IBAN_INVALID",
                        "ACCOUNT_UNKNOWN",
                        "ACCOUNT_FROZEN",
                        "CURRENCY_MISMATCH",
                        "AMOUNT_OVER_LIMIT",
                        "VELOCITY_EXCEEDED",
                        "VELOCITY_EXCEEDED");
        assertThat(((Declined) verdict).reason().code()).isEqualTo("IBAN_INVALID");
    }

    @Test
    void what_others_did_is_no_objection_to_the_payment_alone() {
        Facts facts =
                payment()
                        .amount(Money.of(10_001, "EUR"))
                        .activity(3, 5)
                        .duplicate(new PaymentId(Ids.next()))
                        .build();

        assertThat(Rules.objectionsTo(facts))
                .extracting(Objection::rule)
                .containsExactly("amount-within-limit");
    }

    private static Verdict judge(Facts facts) {
        return Rules.judge(facts, Rules.objectionsTo(facts));
    }

    private static FactsBuilder payment() {
        return new FactsBuilder();
    }

    private static List<String> codes(FactsBuilder payment) {
        return objections(judge(payment.build())).stream()
                .map(objection -> objection.reason().code())
                .toList();
    }

    private static List<Objection> objections(Verdict verdict) {
        return switch (verdict) {
            case Approved _ -> List.of();
            case Declined declined -> declined.objections();
        };
    }
}

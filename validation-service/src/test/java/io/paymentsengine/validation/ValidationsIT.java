package io.paymentsengine.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.platform.ids.Ids;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.MediaType;

class ValidationsIT extends AtTheDoor {

    @Autowired StringRedisTemplate redis;

    @Test
    void a_preview_says_what_the_rules_would_say_and_leaves_nothing_behind() {
        String debtor = accounts.open(STD);
        String creditor = accounts.open(STD);
        long decisions = decisions();

        for (int time = 0; time < 3; time++) {
            post(STD, VALIDATIONS, preview(debtor, creditor, "50000.00"))
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .json(
                            """
                            {"outcome": "APPROVED", "debtorAccount": "%s",
                             "creditorAccount": "%s", "rulesFired": []}
                            """
                                    .formatted(debtor, creditor))
                    .jsonPath("$.paymentId")
                    .doesNotExist()
                    .jsonPath("$.decidedAt")
                    .doesNotExist();
        }

        assertThat(decisions()).isEqualTo(decisions);
        assertThat(redis.keys("*" + debtor)).allMatch(key -> key.contains(":account:"));
        assertThat(redis.keys("*:duplicates:*")).isEmpty();
    }

    @Test
    void a_preview_for_a_tenant_that_account_service_does_not_know_is_to_be_asked_for_again() {
        String theirs = accounts.open(NED);
        accounts.forget(NED);
        try {
            post(NED, VALIDATIONS, preview(theirs, accounts.open(NED), "1.00"))
                    .expectStatus()
                    .isEqualTo(503)
                    .expectBody()
                    .json(
                            "{\"detail\": \"account-service does not have this tenant in its registry yet.\"}");
        } finally {
            accounts.recover();
        }
    }

    @Test
    void a_preview_names_every_rule_that_fires() {
        String debtor = accounts.open(STD);

        post(STD, VALIDATIONS, preview(debtor, debtor, "50000.01"))
                .expectStatus()
                .isOk()
                .expectBody()
                .json(
                        """
                        {"outcome": "DECLINED", "reason": {"code": "SAME_ACCOUNT"},
                         "rulesFired": [
                            {"rule": "accounts-differ", "code": "SAME_ACCOUNT"},
                            {"rule": "amount-within-limit", "code": "AMOUNT_OVER_LIMIT"}]}
                        """);
    }

    @Test
    void decisions_are_found_by_their_tenant_alone() {
        Command approved = Command.of(STD, accounts.open(STD), accounts.open(STD));
        Command declined = Command.of(STD, approved.debtor(), approved.debtor());
        try (Wire wire = new Wire(stores.bootstrapServers())) {
            wire.send(approved, declined);
            wire.answerTo(approved);
            wire.answerTo(declined);
        }

        get(STD, VALIDATIONS + "/" + approved.payment())
                .expectStatus()
                .isOk()
                .expectBody()
                .json(
                        """
                        {"paymentId": "%s", "outcome": "APPROVED", "debtorAccount": "%s",
                         "creditorAccount": "%s", "rulesFired": []}
                        """
                                .formatted(
                                        approved.payment(), approved.debtor(), approved.creditor()))
                .jsonPath("$.decidedAt")
                .exists();
        get(STD, VALIDATIONS + "/" + declined.payment())
                .expectBody()
                .json(
                        """
                        {"outcome": "DECLINED", "reason": {"code": "SAME_ACCOUNT"},
                         "rulesFired": [{"rule": "accounts-differ"}]}
                        """);
        get(NED, VALIDATIONS + "/" + approved.payment()).expectStatus().isNotFound();
        get(STD, VALIDATIONS + "/" + Ids.next()).expectStatus().isNotFound();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "debtorAccount   |                                           | /debtorAccount",
                "debtorAccount   | null                                      | /debtorAccount",
                "debtorAccount   | \"x\"                                     | /debtorAccount",
                "creditorAccount | 1                                         | /creditorAccount",
                "amount          |                                           | /amount",
                "amount          | \"1.00\"                                  | /amount",
                "amount          | {\"value\": \"0\", \"currency\": \"EUR\"}     | /amount/value",
                "amount          | {\"value\": \"-1\", \"currency\": \"EUR\"}    | /amount/value",
                "amount          | {\"value\": \"1.001\", \"currency\": \"EUR\"} | /amount/value",
                "amount          | {\"value\": \"1e2\", \"currency\": \"EUR\"}   | /amount/value",
                "amount          | {\"value\": \"NaN\", \"currency\": \"EUR\"}   | /amount/value",
                "amount          | {\"value\": 1, \"currency\": \"EUR\"}       | /amount/value",
                "amount          | {\"value\": \"1\", \"currency\": \"EUX\"}     | /amount/currency",
                "amount          | {\"value\": \"1\"}                        | /amount/currency",
                "reference       | \"a\\u0000b\"                             | /reference",
                "reference       | \"a\\nb\"                                 | /reference",
                "reference       | \"\\ud800\"                               | /reference",
                "reference       | {}                                        | /reference",
            })
    void a_preview_that_makes_no_sense_is_refused_by_the_field(
            String field, String json, String pointer) {
        Map<String, String> fields = fields(accounts.open(STD), accounts.open(STD));
        if (json == null) {
            fields.remove(field);
        } else {
            fields.put(field, json);
        }

        post(STD, VALIDATIONS, body(fields))
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[?(@.pointer == '" + pointer + "')]")
                .exists();
    }

    @Test
    void a_reference_has_at_most_140_characters() {
        String debtor = accounts.open(STD);
        String creditor = accounts.open(STD);
        String longest = withReference(debtor, creditor, "x".repeat(140));

        post(STD, VALIDATIONS, longest).expectStatus().isOk();
        post(STD, VALIDATIONS, withReference(debtor, creditor, "x".repeat(141)))
                .expectStatus()
                .isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0198c0de-0000-7000-8000-00000000000", "%20", "x'--"})
    void a_payment_id_is_a_uuid(String id) {
        get(STD, VALIDATIONS + "/" + id).expectStatus().isBadRequest();
    }

    private static String withReference(String debtor, String creditor, String reference) {
        Map<String, String> fields = fields(debtor, creditor);
        fields.put("reference", '"' + reference + '"');
        return body(fields);
    }

    private long decisions() {
        return Objects.requireNonNull(
                database().sql("SELECT count(*) FROM decision").query(Long.class).single());
    }
}

package io.paymentsengine.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.account.Rest.Answer;
import io.paymentsengine.contracts.vocabulary.AccountId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Callers and requests that are refused.
class AccountDoorIT extends OnRealStores {

    private Rest rest;

    @BeforeEach
    void call() {
        rest = rest(STD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|/currency",
                "{\"name\": \"A\"}|/currency",
                "{\"currency\": \"EUR\"}|/name",
                "{\"currency\": \"EUR\", \"name\": \" \"}|/name",
                "{\"currency\": \"EUR\", \"name\": \"a\\u0000b\"}|/name",
                "{\"currency\": \"EUR\", \"name\": 7}|/name",
                "{\"currency\": \"eur\", \"name\": \"A\"}|/currency",
                "{\"currency\": \"XXX\", \"name\": \"A\"}|/currency",
                "{\"currency\": \"EURO\", \"name\": \"A\"}|/currency",
                "{\"currency\": \"EUR\", \"name\": \"A\", \"iban\": \"NL91ABNA0417164301\"}|/iban",
                "{\"currency\": \"EUR\", \"name\": \"A\", \"overdraftLimit\": \"-1\"}|/overdraftLimit",
                "{\"currency\": \"EUR\", \"name\": \"A\", \"overdraftLimit\": \"1e3\"}|/overdraftLimit",
                "{\"currency\": \"EUR\", \"name\": \"A\", \"overdraftLimit\": \"0.001\"}|/overdraftLimit",
                "{\"currency\": \"EUR\", \"name\": \"A\", \"overdraftLimit\": 5}|/overdraftLimit",
                "{\"currency\": \"EUR\", \"name\": \"A\","
                        + " \"overdraftLimit\": \"10000000000000000.01\"}|/overdraftLimit",
                "{\"currency\": \"EUR\", \"name\": \"A\","
                        + " \"overdraftLimit\": \"9999999999999999999\"}|/overdraftLimit",
            })
    void what_is_wrong_with_a_new_account_is_named(String body, String pointer) {
        Answer answer = rest.post("", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").values())
                .extracting(error -> error.get("pointer").asString())
                .contains(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/1-1-1-1-1|400",
                "/nobody/entries|400",
                "?status=open|400",
                "?status=|400",
                "?kind=MINE|400",
                "?kind=|400",
                "?currency=EURO|400",
                "?limit=0|400",
                "?limit=201|400",
                "?cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAA|400",
                "/00000000-0000-7000-8000-000000000000|404",
                "/00000000-0000-7000-8000-000000000000/entries|404",
                "/00000000-0000-7000-8000-000000000000/balance|404",
                "/00000000-0000-7000-8000-000000000000/balance?at=yesterday|400",
                "/00000000-0000-7000-8000-000000000000/entries?from=2026-13-01T00:00:00Z|400",
                "/00000000-0000-7000-8000-000000000000/entries?from=0000-01-01T00:00:00Z|400",
                "/00000000-0000-7000-8000-000000000000/entries?to=9999-12-31T23:59:59-23:59|400",
                "/00000000-0000-7000-8000-000000000000/balance?at=0000-01-01T00:00:00Z|400",
                "/00000000-0000-7000-8000-000000000000/deposits|405",
                "/00000000-0000-7000-8000-000000000000/nothing|404",
            })
    void a_question_that_can_not_be_answered_gets_a_problem(String path, int status) {
        Answer answer = rest.get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400, invalid-tenant",
        "std, 400, invalid-tenant",
        "XXX-999, 403, unknown-tenant"
    })
    void a_call_is_made_for_a_registered_tenant(String tenant, int status, String problem) {
        Rest stranger = new Rest(rest.base(), tenant);

        assertThat(stranger.get("").status()).isEqualTo(status);
        assertThat(stranger.get("").problem()).isEqualTo(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/entries", "/balance"})
    void another_tenants_account_does_not_exist(String path) {
        AccountId account = rest.openWith("1.00");

        assertThat(rest.get("/" + account + path).status()).isEqualTo(200);
        assertThat(rest(NED).get("/" + account + path).status()).isEqualTo(404);
    }

    @Test
    void another_tenants_account_can_not_be_changed() {
        AccountId account = rest.open();

        for (String move : List.of("freeze", "unfreeze", "close")) {
            assertThat(rest(NED).change(account, move).status()).isEqualTo(404);
        }
        assertThat(rest(NED).deposit(account, "1.00").status()).isEqualTo(404);
        assertThat(rest.account(account).json().get("status").asString()).isEqualTo("OPEN");
    }
}

package io.paymentsengine.payment.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.payment.testing.Api;
import io.paymentsengine.payment.testing.Api.Answer;
import io.paymentsengine.payment.testing.Neighbours;
import io.paymentsengine.payment.testing.RunningPaymentService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DebtorAccountsIT extends RunningPaymentService {

    private static final String ACCOUNTS = "/api/v1/accounts?status=OPEN&limit=";
    private static final String DEBTOR_ACCOUNTS = Api.PAYMENTS + "/debtor-accounts?limit=";

    @Test
    void they_are_the_open_accounts_page_by_page() {
        NEIGHBOURS.say(
                ACCOUNTS + 1,
                200,
                """
                {"items": [{"id": "%s", "name": "Main", "status": "OPEN", "currency": "EUR",
                            "balance": {"value": "7.00", "currency": "EUR"},
                            "available": {"value": "5.00", "currency": "EUR"}}],
                 "next": "abc"}
                """
                        .formatted(DEBTOR));
        NEIGHBOURS.say(ACCOUNTS + "1&cursor=abc", 200, "{\"items\": []}");

        Answer first = std.get(DEBTOR_ACCOUNTS + 1);
        String next = first.text("next");
        Answer last = std.get(DEBTOR_ACCOUNTS + "1&cursor=" + next);

        assertThat(first.json().at("/items/0/id").asString()).isEqualTo(DEBTOR);
        assertThat(first.json().at("/items/0/available/value").asString()).isEqualTo("5.00");
        assertThat(first.json().at("/items/0").has("balance")).isFalse();
        assertThat(first.header("Link"))
                .contains("<" + DEBTOR_ACCOUNTS + "1&cursor=" + next + ">; rel=\"next\"");
        assertThat(last.json().path("items").size()).isZero();
        assertThat(last.header("Link")).isEmpty();
        assertThat(NEIGHBOURS.asked()).contains("STD-001 " + ACCOUNTS + 1);
    }

    @Test
    void a_cursor_that_account_service_refuses_is_the_clients_fault() {
        NEIGHBOURS.say(ACCOUNTS + 2, 200, "{\"items\": [], \"next\": \"x\"}");
        NEIGHBOURS.say(ACCOUNTS + "2&cursor=x", 400, "{}");
        String next = std.get(DEBTOR_ACCOUNTS + 2).text("next");

        assertThat(std.get(DEBTOR_ACCOUNTS + "2&cursor=" + next).errors("parameter"))
                .containsExactly("cursor");
    }

    @Test
    void a_cursor_of_another_list_or_tenant_is_refused() {
        NEIGHBOURS.say(ACCOUNTS + 5, 200, "{\"items\": [], \"next\": \"abc\"}");
        String query = DEBTOR_ACCOUNTS + "5&cursor=" + std.get(DEBTOR_ACCOUNTS + 5).text("next");

        assertThat(std.get(DEBTOR_ACCOUNTS + "5&cursor=abc").errors("parameter"))
                .containsExactly("cursor");
        assertThat(ned.get(query).errors("parameter")).containsExactly("cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "201", "1.5", "1&limit=1"})
    void a_limit_out_of_range_is_refused(String limit) {
        assertThat(std.get(DEBTOR_ACCOUNTS + limit).errors("parameter")).containsExactly("limit");
    }

    @Test
    void without_account_service_they_can_not_be_told_now() {
        NEIGHBOURS.say(ACCOUNTS + 3, 503, "{}");

        assertThat(std.get(DEBTOR_ACCOUNTS + 3).status()).isEqualTo(503);
    }

    @Test
    void while_account_service_has_not_heard_of_the_tenant_they_can_not_either() {
        NEIGHBOURS.say(ACCOUNTS + 4, 403, Neighbours.UNKNOWN_TENANT);

        Answer answer = std.get(DEBTOR_ACCOUNTS + 4);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("temporarily-unavailable");
        assertThat(answer.text("detail")).contains("does not have this tenant in its registry yet");
    }
}

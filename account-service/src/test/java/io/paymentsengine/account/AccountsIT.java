package io.paymentsengine.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.account.Rest.Answer;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.platform.ids.Ids;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AccountsIT extends OnRealStores {

    private Rest rest;

    @BeforeEach
    void call() {
        rest = rest(STD);
    }

    @Test
    void an_account_opens_empty() {
        Answer opened =
                rest.post(
                        "",
                        """
                        {"currency": "JPY", "name": "Ann's savings", "overdraftLimit": "250"}
                        """);

        assertThat(opened.status()).isEqualTo(201);
        JsonNode account = opened.json();
        String id = account.get("id").asString();
        assertThat(opened.header("location")).isEqualTo("/api/v1/accounts/" + id);
        assertThat(rest.get("/" + id).json()).isEqualTo(account);
        assertThat(account.get("name").asString()).isEqualTo("Ann's savings");
        assertThat(account.get("kind").asString()).isEqualTo("CUSTOMER");
        assertThat(account.get("status").asString()).isEqualTo("OPEN");
        assertThat(account.get("currency").asString()).isEqualTo("JPY");
        assertThat(account.get("overdraftLimit").asString()).isEqualTo("250");
        assertThat(account.has("iban")).isFalse();
        for (String amount : List.of("balance", "available", "reserved")) {
            assertThat(account.get(amount).toString())
                    .isEqualTo("{\"value\":\"0\",\"currency\":\"JPY\"}");
        }
    }

    @Test
    void an_iban_names_one_account_of_a_tenant() {
        String iban = newIban();
        String body =
                """
                {"currency": "EUR", "name": "Bob", "iban": "%s"}
                """
                        .formatted(iban);

        Answer first = rest.post("", body);
        assertThat(first.json().get("iban").asString()).isEqualTo(iban);
        assertThat(rest.post("", body).problem()).isEqualTo("iban-taken");
        assertThat(rest(NED).post("", body).status()).isEqualTo(201);
    }

    @Test
    void an_account_outlives_its_ibans_place_in_the_registry() {
        AccountId account = rest.open();
        String iban = "ZZ00" + Long.toString(account.value().getLeastSignificantBits(), 36);
        String stored = iban.replace("-", "").toUpperCase(Locale.ROOT);
        everything()
                .sql("UPDATE account SET iban = ? WHERE id = ?")
                .params(stored, account.value())
                .update();

        assertThat(rest.deposit(account, "1.00").status()).isEqualTo(201);
        assertThat(rest.account(account).json().get("iban").asString()).isEqualTo(stored);
    }

    @Test
    void an_account_is_frozen_unfrozen_and_closed() {
        AccountId account = rest.openWith("1.00");

        assertThat(statusAfter(account, "freeze")).isEqualTo("FROZEN");
        assertThat(statusAfter(account, "freeze")).isEqualTo("FROZEN");
        assertThat(rest.deposit(account, "1.00").problem()).isEqualTo("account-frozen");
        assertThat(statusAfter(account, "unfreeze")).isEqualTo("OPEN");
        assertThat(rest.change(account, "close").problem()).isEqualTo("account-not-empty");
        assertThat(rest.change(account, "close").status()).isEqualTo(409);

        AccountId empty = rest.open();
        assertThat(statusAfter(empty, "close")).isEqualTo("CLOSED");
        assertThat(statusAfter(empty, "close")).isEqualTo("CLOSED");
        assertThat(rest.change(empty, "unfreeze").problem()).isEqualTo("account-closed");
        assertThat(rest.deposit(empty, "1.00").problem()).isEqualTo("account-closed");
    }

    @Test
    void accounts_are_listed_page_by_page() {
        List<String> opened =
                IntStream.range(0, 5).mapToObj(_ -> rest.open("NOK", "0").toString()).toList();
        rest.change(AccountId.of(opened.get(2)), "freeze");
        List<String> listed = new ArrayList<>();
        Answer page = rest.get("?currency=NOK&limit=2");
        listed.addAll(ids(page));
        while (page.json().has("next")) {
            String link = page.header("link");
            page = rest.get(link.replaceFirst("<.*/accounts(.*)>; rel=\"next\"", "$1"));
            listed.addAll(ids(page));
        }

        assertThat(listed).isEqualTo(opened);
        assertThat(ids(rest.get("?currency=NOK&status=FROZEN"))).containsExactly(opened.get(2));
        assertThat(ids(rest(NED).get("?currency=NOK"))).isEmpty();
    }

    @Test
    void a_cursor_belongs_to_its_list() {
        IntStream.range(0, 2).forEach(_ -> rest.open("SEK", "0"));
        String cursor = rest.get("?currency=SEK&limit=1").json().get("next").asString();

        assertThat(rest.get("?currency=SEK&limit=1&cursor=" + cursor).status()).isEqualTo(200);
        assertThat(rest.get("?limit=1&cursor=" + cursor).status()).isEqualTo(400);
        assertThat(rest(NED).get("?currency=SEK&limit=1&cursor=" + cursor).status()).isEqualTo(400);
    }

    @Test
    void many_references_are_looked_up_at_once() {
        String iban = newIban();
        AccountId byId = rest.open();
        AccountId foreign = rest(NED).open();
        String byIban =
                rest.post(
                                "",
                                "{\"currency\": \"USD\", \"name\": \"B\", \"iban\": \"%s\"}"
                                        .formatted(iban))
                        .json()
                        .get("id")
                        .asString();
        rest.change(AccountId.of(byIban), "freeze");

        Answer answer =
                rest.post(
                        "/lookup",
                        """
                        {"accounts": ["%s", "%s", "%s", "%s", "%s"]}
                        """
                                .formatted(byId, iban, foreign, Ids.next(), byId));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().values().stream().map(JsonNode::toString))
                .containsExactlyInAnyOrder(
                        """
                        {"reference":"%1$s","id":"%1$s","status":"OPEN","currency":"EUR"}"""
                                .formatted(byId),
                        """
                        {"reference":"%1$s","id":"%2$s","iban":"%1$s","status":"FROZEN","currency":"USD"}"""
                                .formatted(iban, byIban));
    }

    @Test
    void a_lookup_is_limited_and_exact() {
        String thousand =
                String.join(
                        "\",\"",
                        IntStream.range(0, 1_000).mapToObj(_ -> Ids.next().toString()).toList());

        assertThat(rest.post("/lookup", "{\"accounts\": [\"" + thousand + "\"]}").status())
                .isEqualTo(200);
        assertThat(rest.post("/lookup", "{\"accounts\": []}").json().isEmpty()).isTrue();
        assertThat(rest.get("/lookup").status()).isEqualTo(405);
        for (String wrong :
                List.of(
                        "{\"accounts\": [\"" + thousand + "\",\"" + Ids.next() + "\"]}",
                        "{\"accounts\": [null]}",
                        "{\"accounts\": [\"one\"]}",
                        "{\"accounts\": \"one\"}",
                        "{}")) {
            assertThat(rest.post("/lookup", wrong).status()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void its_own_description_is_open_api() {
        JsonNode api = rest.get("/v3/api-docs").json();

        assertThat(api.get("openapi").asString()).startsWith("3.1");
        assertThat(api.get("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/accounts",
                        "/api/v1/accounts/lookup",
                        "/api/v1/accounts/{id}",
                        "/api/v1/accounts/{id}/balance",
                        "/api/v1/accounts/{id}/close",
                        "/api/v1/accounts/{id}/deposits",
                        "/api/v1/accounts/{id}/entries",
                        "/api/v1/accounts/{id}/freeze",
                        "/api/v1/accounts/{id}/unfreeze");
        assertThat(api.at("/paths/~1api~1v1~1accounts/post/description").asString())
                .contains("opens another account");
    }

    private String statusAfter(AccountId account, String move) {
        return rest.change(account, move).json().get("status").asString();
    }

    private static List<String> ids(Answer page) {
        return page.json().get("items").values().stream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    /// A new IBAN with correct check digits.
    private static String newIban() {
        String account = "%010d".formatted(Ids.next().getLeastSignificantBits() >>> 40);
        String digits = "2321" + "00";
        BigInteger number = new BigInteger("11141114" + account + digits);
        long check = 98 - number.mod(BigInteger.valueOf(97)).longValue();
        return "NL%02dBEBE%s".formatted(check, account);
    }
}

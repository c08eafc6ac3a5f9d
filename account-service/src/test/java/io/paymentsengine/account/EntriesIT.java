package io.paymentsengine.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.account.Rest.Answer;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.platform.ids.Ids;
import io.paymentsengine.platform.web.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class EntriesIT extends OnRealStores {

    private Rest rest;
    private AccountId account;

    @BeforeEach
    void open_an_account() {
        rest = rest(STD);
        account = rest.open();
    }

    @Test
    void a_deposit_is_booked_on_both_sides() {
        JsonNode deposit = rest.deposit(account, "12.50").json();

        assertThat(deposit.get("direction").asString()).isEqualTo("CREDIT");
        assertThat(deposit.get("balanceAfter").get("value").asString()).isEqualTo("12.50");
        assertThat(rest.get("/" + account + "/entries").json().get("items").get(0))
                .isEqualTo(deposit);
        JsonNode funding = rest.get("?kind=FUNDING&currency=EUR").json().get("items").get(0);
        assertThat(entriesOf(funding.get("id").asString()))
                .anySatisfy(
                        other -> {
                            assertThat(other.get("transferId"))
                                    .isEqualTo(deposit.get("transferId"));
                            assertThat(other.get("direction").asString()).isEqualTo("DEBIT");
                            assertThat(other.get("amount")).isEqualTo(deposit.get("amount"));
                            assertThat(other.get("at")).isEqualTo(deposit.get("at"));
                        });
    }

    @Test
    void a_funding_account_is_not_a_customers() {
        rest.deposit(account, "1.00");
        String funding = idOfFunding();

        assertThat(rest.deposit(AccountId.of(funding), "1.00").status()).isEqualTo(404);
        assertThat(rest.change(AccountId.of(funding), "freeze").status()).isEqualTo(404);
        assertThat(rest.post("/lookup", "{\"accounts\": [\"" + funding + "\"]}").json().isEmpty())
                .isTrue();
    }

    @Test
    void a_repeated_deposit_is_the_first_one() {
        String key = Ids.next().toString();
        Answer first = rest.deposit(account, "1.00", "Idempotency-Key", key);
        Answer again = rest.deposit(account, "1.00", "Idempotency-Key", '"' + key + '"');

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("idempotency-replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("idempotency-replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(balance()).isEqualTo("1.00");
    }

    @Test
    void a_key_belongs_to_one_deposit_of_one_tenant() {
        String key = Ids.next().toString();
        rest.deposit(account, "1.00", "Idempotency-Key", key);
        AccountId foreign = rest(NED).open();

        Answer more = rest.deposit(account, "2.00", "Idempotency-Key", key);
        Answer elsewhere = rest.deposit(rest.open(), "1.00", "Idempotency-Key", key);

        assertThat(more.status()).isEqualTo(422);
        assertThat(more.problem()).isEqualTo("idempotency-key-reused");
        assertThat(elsewhere.problem()).isEqualTo("idempotency-key-reused");
        assertThat(rest(NED).deposit(foreign, "1.00", "Idempotency-Key", key).status())
                .isEqualTo(201);
    }

    @Test
    void many_repeats_at_once_are_one_deposit() {
        String key = Ids.next().toString();

        List<Answer> answers =
                Stream.generate(
                                () ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        rest.deposit(
                                                                account,
                                                                "1.00",
                                                                "Idempotency-Key",
                                                                key)))
                        .limit(20)
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers).allSatisfy(each -> assertThat(each.status()).isEqualTo(201));
        assertThat(answers.stream().map(Answer::json).distinct()).hasSize(1);
        assertThat(balance()).isEqualTo("1.00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|400|/amount",
                "{\"amount\": null}|400|/amount",
                "{\"amount\": {}}|400|/amount/value",
                "{\"amount\": {\"value\": \"0\", \"currency\": \"EUR\"}}|400|/amount/value",
                "{\"amount\": {\"value\": \"-1\", \"currency\": \"EUR\"}}|400|/amount/value",
                "{\"amount\": {\"value\": \"0.001\", \"currency\": \"EUR\"}}|400|/amount/value",
                "{\"amount\": {\"value\": 1, \"currency\": \"EUR\"}}|400|/amount/value",
                "{\"amount\": {\"value\": \"NaN\", \"currency\": \"EUR\"}}|400|/amount/value",
                "{\"amount\": {\"value\": \"1\", \"currency\": \"ABC\"}}|400|/amount/currency",
                "{\"amount\": {\"value\": \"1\", \"currency\": \"USD\"}}|422|",
                "{\"amount\": {\"value\": \"92233720368547758.07\", \"currency\": \"EUR\"}}|422|",
            })
    void a_deposit_that_can_not_be_booked_is_refused(String body, int status, String pointer) {
        Answer answer = rest.post("/" + account + "/deposits", body);

        assertThat(answer.status()).isEqualTo(status);
        if (pointer != null) {
            assertThat(answer.json().get("errors").get(0).get("pointer").asString())
                    .isEqualTo(pointer);
        }
        assertThat(balance()).isEqualTo("0.00");
    }

    @Test
    void entries_are_listed_newest_first_and_page_by_page() {
        IntStream.rangeClosed(1, 5).forEach(euros -> rest.deposit(account, euros + ".00"));
        List<String> balances = new ArrayList<>();
        Answer page = rest.get("/" + account + "/entries?limit=2");
        balances.addAll(balancesAfter(page));
        while (page.json().has("next")) {
            page =
                    rest.get(
                            "/"
                                    + account
                                    + "/entries?limit=2&cursor="
                                    + page.json().get("next").asString());
            balances.addAll(balancesAfter(page));
        }

        assertThat(balances).containsExactly("15.00", "10.00", "6.00", "3.00", "1.00");
    }

    /// Anyone who reads the source code can make cursors with a correct check.
    @ParameterizedTest
    @ValueSource(strings = {"x", "1", "1 ", " 1", "1 x", "9223372036854775807 1", "1 1 1", "-1 1"})
    void a_cursor_that_was_made_up_is_refused(String position) {
        String list = "STD-001 /api/v1/accounts/" + account + "/entries {}";
        String check = Fingerprint.of(list, position).sha256().substring(0, 16);
        String cursor =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString((check + position).getBytes(StandardCharsets.UTF_8));

        Answer answer = rest.get("/" + account + "/entries?cursor=" + cursor);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/parameter").asString()).isEqualTo("cursor");
    }

    @Test
    void the_balance_is_known_at_any_time() {
        String first = rest.deposit(account, "1.00").json().get("at").asString();
        String second = depositLaterThan(first);

        assertThat(balanceAt("2020-01-01T00:00:00Z")).isEqualTo("0.00");
        assertThat(balanceAt(first)).isEqualTo("1.00");
        assertThat(balanceAt(second)).isEqualTo(balance());
        assertThat(balanceAt("2100-01-01T00:00:00Z")).isEqualTo(balance());
        assertThat(rest.get("/" + account + "/balance").amount("balance")).isEqualTo(balance());
    }

    @Test
    void a_balance_has_what_was_booked_by_a_clock_that_is_ahead() {
        rest.deposit(account, "1.00");
        AccountId other = rest.openWith("1.00");
        UUID transfer = Ids.next();
        new PlainSql(stores.database("accounts").asApplication(), "*")
                .run(
                        LedgerSql.transfer(transfer),
                        LedgerSql.entries(
                                LedgerSql.entry(account, transfer, 2, -40, 60),
                                LedgerSql.entry(other, transfer, 2, 40, 140)));

        Answer answer = rest.get("/" + account + "/balance");

        assertThat(answer.amount("balance")).isEqualTo("0.60");
        assertThat(answer.json().get("at").asString()).isEqualTo(LedgerSql.AT);
    }

    @Test
    void entries_are_found_by_their_time() {
        String first = rest.deposit(account, "1.00").json().get("at").asString();
        String second = depositLaterThan(first);
        String entries = "/" + account + "/entries";

        assertThat(balancesAfter(rest.get(entries + "?to=" + second))).contains("1.00");
        assertThat(balancesAfter(rest.get(entries + "?from=" + second))).containsExactly(balance());
        assertThat(balancesAfter(rest.get(entries + "?from=" + first + "&to=" + first))).isEmpty();
    }

    /// Makes deposits until the clock has moved on.
    private String depositLaterThan(String time) {
        String at = time;
        while (at.equals(time)) {
            at = rest.deposit(account, "1.00").json().get("at").asString();
        }
        return at;
    }

    private String balance() {
        return rest.account(account).amount("balance");
    }

    private String balanceAt(String time) {
        return rest.get("/" + account + "/balance?at=" + time).amount("balance");
    }

    private String idOfFunding() {
        return rest.get("?kind=FUNDING&currency=EUR")
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asString();
    }

    private List<JsonNode> entriesOf(String id) {
        return List.copyOf(rest.get("/" + id + "/entries").json().get("items").values());
    }

    private static List<String> balancesAfter(Answer page) {
        return page.json().get("items").values().stream()
                .map(item -> item.get("balanceAfter").get("value").asString())
                .toList();
    }
}

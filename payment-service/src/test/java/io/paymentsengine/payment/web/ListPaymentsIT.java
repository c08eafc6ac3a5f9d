package io.paymentsengine.payment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.payment.testing.Api;
import io.paymentsengine.payment.testing.Api.Answer;
import io.paymentsengine.payment.testing.RunningPaymentService;
import io.paymentsengine.payment.testing.Samples;
import io.paymentsengine.payment.testing.Wire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Lists five payments between the same two accounts, oldest first.
class ListPaymentsIT extends RunningPaymentService {

    private final String debtor = Samples.account().value();
    private final String creditor = Samples.account().value();
    private List<Answer> payments = List.of();
    private String mine = "";

    @BeforeEach
    void pay() {
        payments =
                IntStream.range(0, 5)
                        .mapToObj(
                                i ->
                                        i % 2 == 0
                                                ? order("1.0" + i, debtor, creditor)
                                                : order("1.0" + i, creditor, debtor))
                        .map(order -> std.post(Api.PAYMENTS, order))
                        .toList();
        mine = Api.PAYMENTS + "?account=" + debtor;
    }

    @Test
    void the_newest_come_first_on_whichever_side_the_account_is() {
        assertThat(ids(std.get(mine))).containsExactlyElementsOf(newestFirst());
        assertThat(std.get(mine).json().at("/items/4")).isEqualTo(payments.getFirst().json());
    }

    @Test
    void pages_follow_each_other_and_what_comes_in_between_does_not_disturb() {
        List<String> seen = new ArrayList<>();
        String next = mine + "&limit=2";
        int pages = 0;
        while (!next.isEmpty()) {
            Answer page = std.get(next);
            seen.addAll(ids(page));
            std.post(Api.PAYMENTS, order("9.00", debtor, creditor));
            assertThat(page.header("Link").isPresent()).isEqualTo(page.json().has("next"));
            next =
                    page.header("Link")
                            .map(link -> link.replaceAll("^<(.*)>; rel=\"next\"$", "$1"))
                            .orElse("");
            pages++;
        }
        assertThat(seen).containsExactlyElementsOf(newestFirst());
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void a_cursor_leads_to_its_own_list_only() {
        String cursor = std.get(mine + "&limit=2").text("next");

        Answer other = std.get(Api.PAYMENTS + "?limit=2&cursor=" + cursor);
        Answer foreign = ned.get(mine + "&limit=2&cursor=" + cursor);

        assertThat(other.status()).isEqualTo(400);
        assertThat(foreign.status()).isEqualTo(400);
    }

    @Test
    void a_span_of_time_has_its_beginning_and_not_its_end() {
        String from = payments.get(1).text("createdAt");
        String to = payments.get(3).text("createdAt");

        List<String> found = ids(std.get(mine + "&from=" + from + "&to=" + to));

        assertThat(found)
                .containsExactlyElementsOf(
                        payments.reversed().stream()
                                .filter(each -> isBetween(each.text("createdAt"), from, to))
                                .map(each -> each.text("id"))
                                .toList());
        assertThat(ids(std.get(mine + "&from=" + to + "&to=" + from))).isEmpty();
    }

    @Test
    void a_status_finds_its_payments() {
        String ended = payments.get(2).text("id");
        try (Wire wire = new Wire(stores.bootstrapServers())) {
            wire.cancelled(Samples.STD, ended);
        }

        await().untilAsserted(
                        () ->
                                assertThat(ids(std.get(mine + "&status=CANCELLED")))
                                        .containsExactly(ended));
        assertThat(ids(std.get(mine + "&status=ACCEPTED"))).hasSize(4).doesNotContain(ended);
        assertThat(ids(std.get(Api.PAYMENTS + "?status=CANCELLED"))).contains(ended);
    }

    @Test
    void another_tenant_finds_nothing_of_it() {
        assertThat(ids(ned.get(mine))).isEmpty();
        assertThat(ned.get(Api.PAYMENTS + "/" + payments.getFirst().text("id")).status())
                .isEqualTo(404);
    }

    private List<String> newestFirst() {
        return payments.reversed().stream().map(each -> each.text("id")).toList();
    }

    private static List<String> ids(Answer page) {
        JsonNode items = page.json().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static boolean isBetween(String at, String from, String to) {
        return !Instant.parse(at).isBefore(Instant.parse(from))
                && Instant.parse(at).isBefore(Instant.parse(to));
    }
}

package io.paymentsengine.suite.journeys;

import static io.paymentsengine.suite.journeys.Sums.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.RunningSuite;
import io.paymentsengine.suite.Suite;
import io.paymentsengine.suite.client.Account;
import io.paymentsengine.suite.client.Answer;
import io.paymentsengine.suite.client.Payment;
import io.paymentsengine.suite.client.PaymentOrder;
import io.paymentsengine.suite.client.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tests that lists are returned in pages without gaps or repetitions.
@ExtendWith(RunningSuite.class)
class ListJourney {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; *rel=\"next\"");
    private static final int PAYMENTS = 7;

    private final Tenant std;
    private final Account debtor;
    private final Account creditor;

    ListJourney(Suite suite) {
        std = Tenant.standard(suite);
        debtor = std.opensWith(eur("100.00"));
        creditor = std.opens("EUR");
    }

    @Test
    void following_the_links_shows_every_payment_once() {
        List<String> ordered = payments(PAYMENTS);

        List<Answer> pages = pages(Tenant.PAYMENTS + "?limit=3&account=" + debtor.id());

        assertThat(pages).hasSize(3);
        assertThat(pages.stream().flatMap(ListJourney::payments).map(Payment::id))
                .containsExactlyInAnyOrderElementsOf(ordered);
    }

    @Test
    void what_comes_in_between_moves_no_page() {
        List<String> ordered = payments(4);
        Answer first = get(Tenant.PAYMENTS + "?limit=2&account=" + debtor.id());
        payments(1);

        Answer second = get(next(first).orElseThrow());

        assertThat(Stream.concat(payments(first), payments(second)).map(Payment::id))
                .containsExactlyInAnyOrderElementsOf(ordered);
    }

    @Test
    void an_account_finds_what_it_pays_and_what_it_gets() {
        List<String> ordered = payments(2);
        assertThat(found("account=" + creditor.id())).containsExactlyInAnyOrderElementsOf(ordered);
        assertThat(found("account=" + std.opens("EUR").id())).isEmpty();
    }

    @Test
    void a_status_finds_what_has_it() {
        String completed = payments(1).getFirst();
        String rejected = std.pays(PaymentOrder.of(debtor, creditor, eur("1000.00"))).id();
        String account = "&account=" + debtor.id();
        assertThat(found("status=COMPLETED" + account)).containsExactly(completed);
        assertThat(found("status=REJECTED" + account)).containsExactly(rejected);
        assertThat(found("status=CANCELLED" + account)).isEmpty();
    }

    @Test
    void a_span_of_time_includes_its_start_and_excludes_its_end() {
        List<String> ordered = payments(3);
        String second = std.payment(ordered.get(1)).createdAt().toString();
        String third = std.payment(ordered.get(2)).createdAt().toString();
        String account = "&account=" + debtor.id();
        assertThat(found("from=" + second + "&to=" + third + account))
                .containsExactly(ordered.get(1));
        assertThat(found("from=" + third + account)).containsExactly(ordered.get(2));
        assertThat(found("to=" + second + account)).containsExactly(ordered.get(0));
    }

    @Test
    void statements_come_in_pages_too() {
        List<String> ordered = payments(3);
        String entries = Tenant.ACCOUNTS + "/" + creditor.id() + "/entries?limit=2";

        Answer first = std.caller().get(Service.ACCOUNT_SERVICE, entries).expecting(200);
        Answer second = std.caller().get(Service.ACCOUNT_SERVICE, next(first).orElseThrow());

        assertThat(next(second.expecting(200))).isEmpty();
        assertThat(
                        Stream.of(first, second)
                                .flatMap(page -> page.json().path("items").valueStream())
                                .map(entry -> entry.path("paymentId").asString()))
                .containsExactlyInAnyOrderElementsOf(ordered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cursor=x",
                "cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "cursor=%27%20OR%201=1--",
                "limit=0",
                "limit=1000000",
                "limit=many",
                "status=LOST",
                "from=yesterday",
                "account=%00",
            })
    void what_makes_no_sense_is_refused(String query) {
        Answer answer = std.caller().get(Service.PAYMENT_SERVICE, Tenant.PAYMENTS + "?" + query);
        assertThat(answer.expecting(400).problem()).isEqualTo("invalid-request");
    }

    @Test
    void a_cursor_that_was_tampered_with_is_refused() {
        payments(2);
        String link = next(get(Tenant.PAYMENTS + "?limit=1&account=" + debtor.id())).orElseThrow();
        String cursor = link.replaceFirst(".*cursor=([^&]+).*", "$1");
        char middle = cursor.charAt(cursor.length() / 2);
        String forged = cursor.replace(middle, middle == 'x' ? 'y' : 'x');

        Answer answer = std.caller().get(Service.PAYMENT_SERVICE, link.replace(cursor, forged));

        assertThat(answer.expecting(400).problem()).isEqualTo("invalid-request");
    }

    /// Makes payments one after the other, so that their times differ.
    private List<String> payments(int number) {
        return Stream.generate(() -> std.pays(PaymentOrder.of(debtor, creditor, eur("1.00"))))
                .limit(number)
                .map(Payment::id)
                .toList();
    }

    private List<String> found(String query) {
        return payments(get(Tenant.PAYMENTS + "?" + query)).map(Payment::id).toList();
    }

    private List<Answer> pages(String path) {
        List<Answer> pages = new ArrayList<>();
        Optional<String> link = Optional.of(path);
        while (link.isPresent()) {
            Answer page = get(link.orElseThrow());
            pages.add(page);
            link = next(page);
        }
        return pages;
    }

    private Answer get(String path) {
        return std.caller().get(Service.PAYMENT_SERVICE, path).expecting(200);
    }

    private static Stream<Payment> payments(Answer page) {
        return page.asPageOf(Payment.class).items().stream();
    }

    private static Optional<String> next(Answer page) {
        return page.header("Link").map(NEXT::matcher).filter(Matcher::find).map(m -> m.group(1));
    }
}

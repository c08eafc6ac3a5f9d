package io.paymentsengine.suite.journeys;

import static io.paymentsengine.suite.journeys.Sums.eur;
import static io.paymentsengine.suite.journeys.Sums.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.suite.RunningSuite;
import io.paymentsengine.suite.Suite;
import io.paymentsengine.suite.client.Account;
import io.paymentsengine.suite.client.Answer;
import io.paymentsengine.suite.client.NewAccount;
import io.paymentsengine.suite.client.Payment;
import io.paymentsengine.suite.client.Payment.Reason;
import io.paymentsengine.suite.client.PaymentOrder;
import io.paymentsengine.suite.client.Tenant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Tests that what is not allowed is rejected with a machine-readable reason, and that no funds stay
/// reserved.
@ExtendWith(RunningSuite.class)
class RejectionJourney {

    private final Tenant std;
    private final Tenant ned;
    private final Account debtor;
    private final Account creditor;

    RejectionJourney(Suite suite) {
        std = Tenant.standard(suite);
        ned = Tenant.nederland(suite);
        debtor = std.opensWith(eur("100.00"));
        creditor = std.opens("EUR");
    }

    @Test
    void more_than_there_is() {
        assertRejected(PaymentOrder.of(debtor, creditor, eur("100.01")), "INSUFFICIENT_FUNDS");
    }

    @Test
    void another_currency_than_the_accounts() {
        assertRejected(PaymentOrder.of(debtor, creditor, usd("1.00")), "CURRENCY_MISMATCH");
        assertRejected(PaymentOrder.of(debtor, std.opens("USD"), eur("1.00")), "CURRENCY_MISMATCH");
    }

    @Test
    void an_account_that_nobody_has() {
        String nobodys = UUID.randomUUID().toString();
        assertRejected(PaymentOrder.of(debtor.id(), nobodys, eur("1.00")), "ACCOUNT_UNKNOWN");
        assertRejected(PaymentOrder.of(nobodys, creditor.id(), eur("1.00")), "ACCOUNT_UNKNOWN");
    }

    @Test
    void an_account_that_another_tenant_has() {
        Account foreign = ned.opensWith(eur("5.00"));
        assertRejected(PaymentOrder.of(debtor, foreign, eur("1.00")), "ACCOUNT_UNKNOWN");
        assertRejected(PaymentOrder.of(foreign, creditor, eur("1.00")), "ACCOUNT_UNKNOWN");
        assertThat(ned.account(foreign.id()).balance().money()).isEqualTo(eur("5.00"));
    }

    @Test
    void a_frozen_account() {
        std.moves(debtor, "freeze");
        assertRejected(PaymentOrder.of(debtor, creditor, eur("1.00")), "ACCOUNT_FROZEN");
    }

    @Test
    void a_closed_account() {
        std.moves(creditor, "close");
        assertRejected(PaymentOrder.of(debtor, creditor, eur("1.00")), "ACCOUNT_CLOSED");
    }

    @Test
    void one_account_on_both_sides_is_refused_at_the_door() {
        Answer answer = std.asks(PaymentOrder.of(debtor, debtor, eur("1.00"))).expecting(400, 422);
        assertThat(answer.json().path("errors").isEmpty()).isFalse();
    }

    @Test
    void one_account_on_both_sides_under_two_names() {
        String iban = Ibans.dutch();
        Account named = std.opens(NewAccount.in("EUR").withIban(iban));
        std.deposits(named, eur("5.00"));
        assertRejected(PaymentOrder.of(iban, named.id(), eur("1.00")), "SAME_ACCOUNT");
    }

    @Test
    void more_than_the_tenant_may_pay_at_once() {
        assertRejected(PaymentOrder.of(debtor, creditor, eur("50000.01")), "AMOUNT_OVER_LIMIT");
    }

    @Test
    void a_currency_that_the_tenant_may_not_pay() {
        Account dollars = ned.opensWith(usd("10.00"));
        PaymentOrder order = PaymentOrder.of(dollars, ned.opens("USD"), usd("1.00"));
        assertRejected(ned, order, "CURRENCY_NOT_ALLOWED");
    }

    @Test
    void more_payments_in_a_minute_than_one_account_may_make() {
        Account busy = ned.opensWith(eur("10.00"));
        Account other = ned.opens("EUR");
        try (var _ = Limits.of(ned).withPaymentsPerMinuteAndAccount(2)) {
            assertThat(ned.pays(PaymentOrder.of(busy, other, eur("1.00"))).reason()).isNull();
            assertThat(ned.pays(PaymentOrder.of(busy, other, eur("1.00"))).reason()).isNull();
            assertRejected(ned, PaymentOrder.of(busy, other, eur("1.00")), "VELOCITY_EXCEEDED");
        }
    }

    @Test
    void an_iban_with_a_slip_of_the_pen() {
        PaymentOrder order = PaymentOrder.of(debtor.id(), Ibans.mistyped(), eur("1.00"));
        assertRejected(order, "IBAN_INVALID");
    }

    @Test
    void a_name_on_the_screening_list() {
        PaymentOrder order = PaymentOrder.of(debtor, creditor, eur("1.00"));
        assertRejected(order.referring("Greetings to cardinal Richelieu!"), "REVIEW_REQUIRED");
    }

    @Test
    void the_same_again_within_seconds_without_an_idempotency_key() {
        PaymentOrder order = PaymentOrder.of(debtor, creditor, eur("1.00"));
        assertThat(std.pays(order).status()).isEqualTo("COMPLETED");
        Payment again = std.pays(order);
        assertThat(again.reason()).extracting(Reason::code).isEqualTo("DUPLICATE_SUSPECTED");
        assertThat(std.account(debtor.id()).balance().money()).isEqualTo(eur("99.00"));
    }

    private void assertRejected(PaymentOrder order, String code) {
        assertRejected(std, order, code);
        assertUntouched(debtor, eur("100.00"));
        assertUntouched(creditor, eur("0.00"));
    }

    private static void assertRejected(Tenant tenant, PaymentOrder order, String code) {
        Payment payment = tenant.pays(order);
        assertThat(payment.status()).isEqualTo("REJECTED");
        assertThat(payment.reason()).extracting(Reason::code).isEqualTo(code);
    }

    private void assertUntouched(Account account, Money money) {
        Account now = std.account(account.id());
        assertThat(now.balance().money()).isEqualTo(money);
        assertThat(now.reserved().money()).isEqualTo(Money.zero(money.currency()));
    }
}

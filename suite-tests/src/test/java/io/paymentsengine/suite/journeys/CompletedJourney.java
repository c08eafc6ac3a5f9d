package io.paymentsengine.suite.journeys;

import static io.paymentsengine.suite.journeys.Sums.eur;
import static io.paymentsengine.suite.journeys.Sums.jpy;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.suite.RunningSuite;
import io.paymentsengine.suite.Suite;
import io.paymentsengine.suite.client.Account;
import io.paymentsengine.suite.client.Answer;
import io.paymentsengine.suite.client.Entry;
import io.paymentsengine.suite.client.NewAccount;
import io.paymentsengine.suite.client.Payment;
import io.paymentsengine.suite.client.PaymentOrder;
import io.paymentsengine.suite.client.Tenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Tests that an accepted and permitted payment moves money exactly once.
@ExtendWith(RunningSuite.class)
class CompletedJourney {

    private final Tenant std;

    CompletedJourney(Suite suite) {
        std = Tenant.standard(suite);
    }

    @Test
    void a_payment_is_accepted_first_and_completed_soon_after() {
        PaymentOrder order =
                PaymentOrder.of(std.opensWith(eur("100.00")), std.opens("EUR"), eur("12.50"));

        Answer answer = std.asks(order).expecting(202);

        Payment accepted = answer.as(Payment.class);
        assertThat(accepted.status()).isEqualTo("ACCEPTED");
        assertThat(accepted.endedAt()).isNull();
        assertThat(answer.header("Location"))
                .hasValueSatisfying(
                        at -> assertThat(at).endsWith(Tenant.PAYMENTS + "/" + accepted.id()));
        Payment completed = std.end(accepted.id());
        assertThat(completed.status()).isEqualTo("COMPLETED");
        assertThat(completed.reason()).isNull();
        assertThat(completed.endedAt()).isAfterOrEqualTo(completed.createdAt());
        assertThat(completed)
                .extracting(
                        Payment::debtorAccount,
                        Payment::creditorAccount,
                        Payment::amount,
                        Payment::reference)
                .containsExactly(
                        order.debtorAccount(),
                        order.creditorAccount(),
                        order.amount(),
                        order.reference());
    }

    @Test
    void the_money_leaves_one_account_and_reaches_the_other() {
        Account debtor = std.opensWith(eur("100.00"));
        Account creditor = std.opensWith(eur("1.00"));

        Payment payment = std.pays(PaymentOrder.of(debtor, creditor, eur("12.50")));

        assertHolds(debtor, eur("87.50"));
        assertHolds(creditor, eur("13.50"));
        Entry debit = entryOf(payment, debtor);
        assertThat(debit.direction()).isEqualTo("DEBIT");
        assertThat(debit.amount().money()).isEqualTo(eur("12.50"));
        assertThat(debit.balanceAfter().money()).isEqualTo(eur("87.50"));
        Entry credit = entryOf(payment, creditor);
        assertThat(credit.direction()).isEqualTo("CREDIT");
        assertThat(credit.balanceAfter().money()).isEqualTo(eur("13.50"));
        assertThat(credit.transferId()).isEqualTo(debit.transferId());
    }

    @Test
    void an_account_can_be_emptied_to_its_overdraft_limit_and_no_further() {
        Account debtor = std.opens(NewAccount.in("EUR").withOverdraft("50.00"));
        Account creditor = std.opens("EUR");

        Payment within = std.pays(PaymentOrder.of(debtor, creditor, eur("50.00")));
        Payment beyond = std.pays(PaymentOrder.of(debtor, creditor, eur("0.01")));

        assertThat(within.status()).isEqualTo("COMPLETED");
        assertThat(beyond.status()).isEqualTo("REJECTED");
        assertHolds(debtor, eur("-50.00"));
    }

    @Test
    void a_currency_without_minor_units_is_paid_in_whole_ones() {
        Account debtor = std.opensWith(jpy("5000"));
        Account creditor = std.opens("JPY");

        Payment payment = std.pays(PaymentOrder.of(debtor, creditor, jpy("1250")));

        assertThat(payment.status()).isEqualTo("COMPLETED");
        assertThat(payment.amount().value()).isEqualTo("1250");
        assertHolds(debtor, jpy("3750"));
    }

    @Test
    void accounts_can_be_named_by_their_ibans() {
        String from = Ibans.dutch();
        String to = Ibans.dutch();
        Account debtor = std.opens(NewAccount.in("EUR").withIban(from));
        Account creditor = std.opens(NewAccount.in("EUR").withIban(to));
        std.deposits(debtor, eur("10.00"));

        Payment payment = std.pays(PaymentOrder.of(from, to, eur("4.00")));

        assertThat(payment.status()).isEqualTo("COMPLETED");
        assertThat(payment.debtorAccount()).isEqualTo(from);
        assertHolds(debtor, eur("6.00"));
        assertHolds(creditor, eur("4.00"));
    }

    @Test
    void who_prefers_to_wait_gets_the_final_state_at_once() {
        PaymentOrder order =
                PaymentOrder.of(std.opensWith(eur("10.00")), std.opens("EUR"), eur("1.00"));

        Answer answer = std.asks(order, Tenant.PREFER, "wait=30").expecting(201);

        assertThat(answer.as(Payment.class).status()).isEqualTo("COMPLETED");
        assertThat(answer.header("Preference-Applied")).contains("wait=30");
    }

    private void assertHolds(Account account, Money money) {
        Account now = std.account(account.id());
        assertThat(now.balance().money()).isEqualTo(money);
        assertThat(now.reserved().money()).isEqualTo(Money.zero(money.currency()));
    }

    private Entry entryOf(Payment payment, Account account) {
        return std.entries(account).stream()
                .filter(entry -> payment.id().equals(entry.paymentId()))
                .findFirst()
                .orElseThrow();
    }
}

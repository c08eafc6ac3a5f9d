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
import io.paymentsengine.suite.client.TimelineItem;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// Tests that a client can cancel a payment until the money moves.
@ExtendWith(RunningSuite.class)
@Timeout(value = Halted.MINUTES, unit = TimeUnit.MINUTES)
class CancellationJourney {

    private final Suite suite;
    private final Tenant std;
    private final Account debtor;
    private final Account creditor;

    CancellationJourney(Suite suite) {
        this.suite = suite;
        std = Tenant.standard(suite);
        debtor = std.opensWith(eur("10.00"));
        creditor = std.opens("EUR");
    }

    @Test
    void before_anything_is_held_it_ends_at_once() {
        Payment payment;
        try (var _ = Halted.halt(suite, Service.VALIDATION_SERVICE)) {
            payment = std.orders(PaymentOrder.of(debtor, creditor, eur("4.00")));
            std.cancels(payment.id()).expecting(202);
            assertThat(std.end(payment.id()).status()).isEqualTo("CANCELLED");
        }
        assertNothingMoved();
        assertLateAnswersChangeNothing(payment);
    }

    @Test
    void while_the_funds_are_asked_for_it_ends_when_they_are_free_again() {
        PaymentOrder order = PaymentOrder.of(debtor, creditor, eur("4.00"));
        Steps.warmUp(std, order);
        Payment payment;
        try (var _ = Halted.halt(suite, Service.ACCOUNT_SERVICE)) {
            payment = std.orders(order);
            Steps.awaitAsked(suite, std, payment, "reserve");
            std.cancels(payment.id()).expecting(202);
            Steps.awaitCompensating(std, payment);
        }
        assertThat(std.end(payment.id()).status()).isEqualTo("CANCELLED");
        assertNothingMoved();
    }

    @Test
    void asking_twice_is_asking_once() {
        Payment payment;
        try (var _ = Halted.halt(suite, Service.VALIDATION_SERVICE)) {
            payment = std.orders(PaymentOrder.of(debtor, creditor, eur("4.00")));
            std.cancels(payment.id()).expecting(202);
            std.cancels(payment.id()).expecting(202);
        }
        Payment cancelled = std.end(payment.id());
        assertThat(cancelled.status()).isEqualTo("CANCELLED");
        std.cancels(payment.id()).expecting(202);
        assertThat(std.payment(payment.id())).isEqualTo(cancelled);
    }

    @Test
    void after_the_end_it_is_refused() {
        Payment completed = std.pays(PaymentOrder.of(debtor, creditor, eur("4.00")));

        Answer answer = std.cancels(completed.id()).expecting(409);

        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(std.payment(completed.id())).isEqualTo(completed);
    }

    @Test
    void what_was_never_ordered_is_not_found() {
        std.cancels(UUID.randomUUID().toString()).expecting(404);
    }

    private void assertLateAnswersChangeNothing(Payment payment) {
        Payment next = std.pays(PaymentOrder.of(debtor, creditor, eur("1.00")));
        assertThat(next.status()).isEqualTo("COMPLETED");
        assertThat(std.payment(payment.id()).status()).isEqualTo("CANCELLED");
        assertThat(std.timeline(payment.id()))
                .extracting(TimelineItem::step)
                .doesNotContain("reserve", "settle");
    }

    private void assertNothingMoved() {
        Account now = std.account(debtor.id());
        assertThat(now.balance()).isEqualTo(debtor.balance());
        assertThat(now.reserved().money()).isEqualTo(eur("0.00"));
    }
}

package io.paymentsengine.suite.journeys;

import static io.paymentsengine.suite.journeys.Sums.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.RunningSuite;
import io.paymentsengine.suite.Suite;
import io.paymentsengine.suite.client.Account;
import io.paymentsengine.suite.client.Payment;
import io.paymentsengine.suite.client.Payment.Reason;
import io.paymentsengine.suite.client.PaymentOrder;
import io.paymentsengine.suite.client.Tenant;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// Tests that a settlement can fail after the funds were reserved.
@ExtendWith(RunningSuite.class)
@Timeout(value = Halted.MINUTES, unit = TimeUnit.MINUTES)
class SettlementJourney {

    private final Suite suite;
    private final Tenant std;

    SettlementJourney(Suite suite) {
        this.suite = suite;
        std = Tenant.standard(suite);
    }

    /// The creditor's account closes between reservation and settlement. To get in between, account-service
    /// is paused until the orchestrator has sent the command to reserve; then the orchestrator is paused
    /// while account-service handles it.
    @Test
    void a_refused_settlement_gives_the_funds_back() {
        Account debtor = std.opensWith(eur("10.00"));
        Account creditor = std.opens("EUR");
        PaymentOrder order = PaymentOrder.of(debtor, creditor, eur("4.00"));
        Steps.warmUp(std, order);

        Payment payment;
        Halted orchestrator;
        try (var _ = Halted.halt(suite, Service.ACCOUNT_SERVICE)) {
            payment = std.orders(order);
            Steps.awaitAsked(suite, std, payment, "reserve");
            orchestrator = Halted.halt(suite, Service.SAGA_ORCHESTRATOR);
        }
        try (orchestrator) {
            awaitReserved(debtor, "4.00");
            std.moves(creditor, "close");
        }

        Payment rejected = std.end(payment.id());
        assertThat(rejected.status()).isEqualTo("REJECTED");
        assertThat(rejected.reason()).extracting(Reason::code).isEqualTo("ACCOUNT_CLOSED");
        Account now = std.account(debtor.id());
        assertThat(now.balance().money()).isEqualTo(eur("10.00"));
        assertThat(now.reserved().money()).isEqualTo(eur("0.00"));
        assertThat(now.available().money()).isEqualTo(eur("10.00"));
    }

    private void awaitReserved(Account account, String decimal) {
        Awaitility.await("reservation")
                .until(() -> std.account(account.id()).reserved().money(), eur(decimal)::equals);
    }
}

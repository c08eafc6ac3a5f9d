package io.paymentsengine.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.paymentsengine.account.application.HandleAccountCommands;
import io.paymentsengine.contracts.AccountCommand;
import io.paymentsengine.contracts.AccountCommand.ReserveFunds;
import io.paymentsengine.contracts.AccountCommand.SettlePayment;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.platform.messaging.Received;
import io.paymentsengine.platform.tenancy.TenantScope;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// `payments.transfers` counts what is booked, and nothing else. No other test books for this
/// tenant at the same time.
class TransferMeterIT extends OnRealStores {

    @Autowired MeterRegistry meters;
    @Autowired HandleAccountCommands commands;
    @Autowired TransactionTemplate transaction;

    private AccountId debtor = noAccount();
    private AccountId creditor = noAccount();

    @BeforeEach
    void open_accounts() {
        debtor = rest(NED).openWith("10.00");
        creditor = rest(NED).open();
    }

    @Test
    void a_deposit_and_a_settlement_are_one_transfer_each_and_a_repeat_is_none() {
        double before = transfers();
        PaymentId payment = newPayment();

        rest(NED).deposit(debtor, "5.00");
        book(payment, true);
        await().until(() -> transfers() == before + 2);
        book(payment, true);

        assertThat(transfers()).isEqualTo(before + 2);
    }

    @Test
    void what_is_rolled_back_was_never_booked() {
        double before = transfers();

        book(newPayment(), false);

        assertThat(transfers()).isEqualTo(before);
    }

    private void book(PaymentId payment, boolean commit) {
        List<Received<AccountCommand>> batch =
                List.of(
                        Received.of(NED, new ReserveFunds(payment, debtor, eur(100))),
                        Received.of(NED, new SettlePayment(payment, debtor, creditor)));
        TenantScope.worker()
                .run(
                        () ->
                                transaction.executeWithoutResult(
                                        status -> {
                                            commands.handle(batch);
                                            if (!commit) {
                                                status.setRollbackOnly();
                                            }
                                        }));
    }

    private double transfers() {
        return meters.find("payments.transfers").tags("tenant", NED.value()).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}

package io.paymentsengine.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.AccountCommand;
import io.paymentsengine.contracts.AccountCommand.ReleaseFunds;
import io.paymentsengine.contracts.AccountCommand.ReserveFunds;
import io.paymentsengine.contracts.AccountCommand.SettlePayment;
import io.paymentsengine.contracts.SagaReply;
import io.paymentsengine.contracts.SagaReply.FundsReleased;
import io.paymentsengine.contracts.SagaReply.FundsReserved;
import io.paymentsengine.contracts.SagaReply.PaymentSettled;
import io.paymentsengine.contracts.SagaReply.ReservationRefused;
import io.paymentsengine.contracts.SagaReply.SettlementRefused;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AccountCommandsIT extends OnRealStores {

    private SagaSide saga;
    private Rest rest;

    @BeforeEach
    void pick_up() {
        saga = new SagaSide(stores.bootstrapServers());
        rest = rest(STD);
    }

    @AfterEach
    void hang_up() {
        saga.close();
    }

    @Test
    void money_is_set_aside_and_moved() {
        AccountId debtor = rest.openWith("100.00");
        AccountId creditor = rest.open();
        PaymentId payment = newPayment();

        assertThat(saga.ask(STD, new ReserveFunds(payment, debtor, eur(6_000))))
                .isEqualTo(new FundsReserved(payment));
        assertFunds(debtor, "100.00", "60.00", "40.00");

        assertThat(saga.ask(STD, new SettlePayment(payment, debtor, creditor)))
                .isEqualTo(new PaymentSettled(payment));
        assertFunds(debtor, "40.00", "0.00", "40.00");
        assertFunds(creditor, "60.00", "0.00", "60.00");
        JsonNode entry = rest.get("/" + creditor + "/entries").json().get("items").get(0);
        assertThat(entry.get("paymentId").asString()).isEqualTo(payment.toString());
        assertThat(entry.get("transferId").asString()).isEqualTo(payment.toString());
    }

    @Test
    void money_is_set_aside_and_given_back() {
        AccountId debtor = rest.openWith("100.00");
        PaymentId payment = newPayment();
        saga.ask(STD, new ReserveFunds(payment, debtor, eur(6_000)));

        assertThat(saga.ask(STD, new ReleaseFunds(payment, debtor)))
                .isEqualTo(new FundsReleased(payment));
        assertFunds(debtor, "100.00", "0.00", "100.00");
    }

    @Test
    void every_command_that_comes_again_has_the_same_effect_and_the_same_answer() {
        AccountId debtor = rest.openWith("100.00");
        AccountId creditor = rest.open();
        AccountId frozen = rest.open();
        rest.change(frozen, "freeze");
        PaymentId settled = newPayment();
        PaymentId released = newPayment();
        PaymentId refused = newPayment();
        PaymentId unsettled = newPayment();
        List<AccountCommand> commands =
                List.of(
                        new ReserveFunds(settled, debtor, eur(1_000)),
                        new SettlePayment(settled, debtor, creditor),
                        new ReserveFunds(released, debtor, eur(2_000)),
                        new ReleaseFunds(released, debtor),
                        new ReserveFunds(refused, debtor, eur(100_000)),
                        new ReserveFunds(unsettled, debtor, eur(500)),
                        new SettlePayment(unsettled, debtor, frozen));
        List<SagaReply> first = commands.stream().map(each -> saga.ask(STD, each)).toList();
        rest.change(frozen, "unfreeze");
        rest.deposit(debtor, "10000.00");
        List<List<String>> before = Stream.of(debtor, creditor, frozen).map(this::fundsOf).toList();

        List<SagaReply> oneByOne = commands.stream().map(each -> saga.ask(STD, each)).toList();
        List<AccountCommand> twice = new ArrayList<>(commands);
        twice.addAll(commands);
        saga.send(STD, twice);

        assertThat(oneByOne).isEqualTo(first);
        assertThat(saga.replies(settled, 8))
                .containsOnly(new FundsReserved(settled), new PaymentSettled(settled));
        assertThat(saga.replies(released, 8))
                .containsOnly(new FundsReserved(released), new FundsReleased(released));
        assertThat(saga.replies(refused, 4)).containsOnly(first.get(4));
        assertThat(saga.replies(unsettled, 8)).containsOnly(first.get(5), first.get(6));
        assertThat(Stream.of(debtor, creditor, frozen).map(this::fundsOf).toList())
                .isEqualTo(before);
    }

    @Test
    void a_refusal_says_why() {
        AccountId debtor = rest.openWith("1.00");
        AccountId creditor = rest.open();
        PaymentId payment = newPayment();

        assertThat(codeOf(saga.ask(STD, new ReserveFunds(newPayment(), debtor, eur(101)))))
                .isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(codeOf(saga.ask(STD, new ReserveFunds(newPayment(), noAccount(), eur(1)))))
                .isEqualTo("ACCOUNT_UNKNOWN");
        assertThat(codeOf(saga.ask(NED, new ReserveFunds(newPayment(), debtor, eur(1)))))
                .isEqualTo("ACCOUNT_UNKNOWN");
        saga.ask(STD, new ReserveFunds(payment, debtor, eur(1)));
        rest.change(creditor, "close");
        assertThat(codeOf(saga.ask(STD, new SettlePayment(payment, debtor, creditor))))
                .isEqualTo("ACCOUNT_CLOSED");
        assertFunds(debtor, "1.00", "0.01", "0.99");
    }

    @Test
    void a_release_that_overtakes_bars_the_reservation() {
        AccountId debtor = rest.openWith("1.00");
        PaymentId payment = newPayment();
        PaymentId unknown = newPayment();

        assertThat(saga.ask(STD, new ReleaseFunds(payment, debtor)))
                .isEqualTo(new FundsReleased(payment));
        assertThat(codeOf(saga.ask(STD, new ReserveFunds(payment, debtor, eur(1)))))
                .isEqualTo("PAYMENT_RELEASED");
        assertThat(saga.ask(STD, new ReleaseFunds(unknown, noAccount())))
                .isEqualTo(new FundsReleased(unknown));
        assertFunds(debtor, "1.00", "0.00", "1.00");
    }

    @Test
    void what_makes_no_sense_is_set_aside_and_the_rest_is_done() {
        AccountId debtor = rest.openWith("10.00");
        AccountId creditor = rest.open();
        PaymentId payment = newPayment();
        PaymentId good = newPayment();

        saga.send(
                STD,
                new ReserveFunds(newPayment(), debtor, eur(0)),
                new ReserveFunds(payment, debtor, eur(100)),
                new ReserveFunds(payment, debtor, eur(200)),
                new SettlePayment(payment, debtor, creditor),
                new ReleaseFunds(payment, debtor),
                new ReserveFunds(good, debtor, eur(300)));

        assertThat(saga.replies(good, 1)).containsExactly(new FundsReserved(good));
        assertThat(saga.deadReasons(debtor.toString(), 3))
                .containsExactly(
                        "amount-not-positive", "payment-differs", "payment-already-settled");
        assertFunds(debtor, "9.00", "3.00", "6.00");
    }

    @Test
    void what_was_booked_before_a_crash_is_answered_after_it() {
        AccountId debtor = rest.openWith("10.00");
        PaymentId payment = newPayment();
        leaveAsACrashDoes(payment, debtor);

        assertThat(saga.replies(payment, 1)).containsExactly(new FundsReserved(payment));
        assertThat(saga.ask(STD, new ReserveFunds(payment, debtor, eur(100))))
                .isEqualTo(new FundsReserved(payment));
        assertFunds(debtor, "10.00", "1.00", "9.00");
    }

    /// The reservation is stored; its answer has not been sent, and the offset has not been
    /// acknowledged.
    private void leaveAsACrashDoes(PaymentId payment, AccountId debtor) {
        everything()
                .sql(
                        """
                        WITH unsent AS (
                            INSERT INTO outbox (created_at, messages)
                            VALUES (now() - interval '1 minute', :messages))
                        INSERT INTO reservation (tenant_id, payment_id, account_id, amount,
                            currency, state, created_at)
                        SELECT 'STD-001', :payment, :debtor, 100, 'EUR', 'HELD', now()
                        FROM set_config('payments.tenant', '*', true)
                        """)
                .param("payment", payment.value())
                .param("debtor", debtor.value())
                .param(
                        "messages",
                        """
                        [{"topic": "saga.replies.v1", "key": "%1$s", "binary": false,
                          "headers": {"ce_type": "io.paymentsengine.FundsReserved.v1",
                                      "x-tenant-id": "STD-001"},
                          "value": "{\\"paymentId\\":\\"%1$s\\"}"}]
                        """
                                .formatted(payment))
                .update();
    }

    private static String codeOf(SagaReply reply) {
        return switch (reply) {
            case ReservationRefused refused -> refused.reason().code();
            case SettlementRefused refused -> refused.reason().code();
            default -> "none";
        };
    }
}

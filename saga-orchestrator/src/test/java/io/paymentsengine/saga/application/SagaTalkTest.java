package io.paymentsengine.saga.application;

import static io.paymentsengine.saga.application.Sample.CREDITOR;
import static io.paymentsengine.saga.application.Sample.DEBTOR;
import static io.paymentsengine.saga.application.Sample.PAYMENT;
import static io.paymentsengine.saga.application.Sample.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.AccountCommand.ReleaseFunds;
import io.paymentsengine.contracts.AccountCommand.ReserveFunds;
import io.paymentsengine.contracts.AccountCommand.SettlePayment;
import io.paymentsengine.contracts.PaymentEvent.PaymentCancelled;
import io.paymentsengine.contracts.PaymentEvent.PaymentCompleted;
import io.paymentsengine.contracts.PaymentEvent.PaymentRejected;
import io.paymentsengine.contracts.SagaCommand.CancelPayment;
import io.paymentsengine.contracts.SagaCommand.StartPayment;
import io.paymentsengine.contracts.SagaReply.FundsReleased;
import io.paymentsengine.contracts.SagaReply.FundsReserved;
import io.paymentsengine.contracts.SagaReply.PaymentDeclined;
import io.paymentsengine.contracts.SagaReply.PaymentSettled;
import io.paymentsengine.contracts.SagaReply.PaymentValidated;
import io.paymentsengine.contracts.SagaReply.ReservationRefused;
import io.paymentsengine.contracts.SagaReply.SettlementRefused;
import io.paymentsengine.contracts.ValidationCommand.ValidatePayment;
import io.paymentsengine.contracts.vocabulary.RejectionReason;
import io.paymentsengine.saga.domain.SagaKey;
import io.paymentsengine.saga.domain.Status;
import org.junit.jupiter.api.Test;

/// What messages do to a payment's saga.
class SagaTalkTest {

    private static final RejectionReason REASON = new RejectionReason("NOT_LIKED", "Not liked.");

    private final Desk desk = new Desk();
    private final SagaKey key = key();

    @Test
    void a_payment_goes_all_the_way() {
        desk.command(key, start());
        assertThat(desk.heard())
                .containsExactly(
                        new ValidatePayment(
                                key.payment(),
                                PAYMENT.debtor(),
                                PAYMENT.creditor(),
                                PAYMENT.amount(),
                                PAYMENT.reference(),
                                PAYMENT.requestedAt()));
        desk.reply(key, validated());
        assertThat(desk.heard())
                .containsExactly(new ReserveFunds(key.payment(), DEBTOR, PAYMENT.amount()));
        desk.reply(key, new FundsReserved(key.payment()));
        assertThat(desk.heard())
                .containsExactly(new SettlePayment(key.payment(), DEBTOR, CREDITOR));
        desk.reply(key, new PaymentSettled(key.payment()));
        assertThat(desk.heard()).containsExactly(new PaymentCompleted(key.payment(), Sample.NOW));

        assertThat(desk.journal(key))
                .containsExactly(
                        "payment-service saga StartPayment",
                        "validation-service validate PaymentValidated",
                        "account-service reserve FundsReserved",
                        "account-service settle PaymentSettled");
        assertThat(desk.saga(key).traceParent()).contains("trace");
        assertThat(desk.announced).containsOnly(key).hasSize(4);
        assertThat(desk.registry.get("payments.sagas.duration").tag("outcome", "completed"))
                .satisfies(search -> assertThat(search.timer().count()).isEqualTo(1));
    }

    @Test
    void what_is_said_carries_the_trace_and_the_tenant() {
        desk.command(key, start());

        assertThat(desk.sent)
                .singleElement()
                .satisfies(
                        said -> {
                            assertThat(said.tenant()).isEqualTo(key.tenant());
                            assertThat(said.traceParent()).isEqualTo("trace");
                        });
    }

    @Test
    void a_refusal_ends_it_and_gives_back_what_is_held() {
        desk.command(key, start());
        desk.reply(key, validated(), new FundsReserved(key.payment()));
        desk.heard();

        desk.reply(key, new SettlementRefused(key.payment(), REASON));
        assertThat(desk.heard()).containsExactly(new ReleaseFunds(key.payment(), DEBTOR));
        desk.reply(key, new FundsReleased(key.payment()));
        assertThat(desk.heard())
                .containsExactly(new PaymentRejected(key.payment(), REASON, Sample.NOW));
    }

    @Test
    void a_refusal_before_anything_is_held_ends_it_at_once() {
        SagaKey other = key();
        desk.command(key, start());
        desk.command(other, start(other));
        desk.reply(other, validated(other));
        desk.heard();

        desk.reply(key, new PaymentDeclined(key.payment(), REASON));
        desk.reply(other, new ReservationRefused(other.payment(), REASON));

        assertThat(desk.heard())
                .containsExactly(
                        new PaymentRejected(key.payment(), REASON, Sample.NOW),
                        new PaymentRejected(other.payment(), REASON, Sample.NOW));
        assertThat(desk.saga(key).status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void a_start_that_comes_again_is_answered_with_what_was_said_last() {
        desk.command(key, start());
        desk.reply(key, validated());
        desk.heard();

        desk.command(key, start());

        assertThat(desk.heard())
                .containsExactly(new ReserveFunds(key.payment(), DEBTOR, PAYMENT.amount()));
    }

    @Test
    void a_payment_cancelled_before_its_start_never_starts() {
        desk.command(key, new CancelPayment(key.payment(), Sample.NOW));
        desk.command(key, start());

        assertThat(desk.heard())
                .hasSize(2)
                .containsOnly(new PaymentCancelled(key.payment(), Sample.NOW));
        assertThat(desk.saga(key).payment()).isEmpty();
        assertThat(desk.saga(key).traceParent()).contains("trace");
    }

    @Test
    void a_cancellation_gives_back_what_is_perhaps_held() {
        desk.command(key, start());
        desk.reply(key, validated());
        desk.heard();

        desk.command(key, new CancelPayment(key.payment(), Sample.NOW));

        assertThat(desk.heard()).containsExactly(new ReleaseFunds(key.payment(), DEBTOR));
        assertThat(desk.saga(key).status()).isEqualTo(Status.COMPENSATING);
    }

    @Test
    void a_reply_about_a_payment_that_nobody_knows_is_set_aside() {
        SagaKey known = key();
        desk.command(known, start(known));
        desk.heard();

        desk.reply(key, validated());

        assertThat(desk.dead)
                .singleElement()
                .asString()
                .contains("unknown-payment", key.payment().toString());
        assertThat(desk.sagas.find(key)).isEmpty();
        assertThat(desk.heard()).isEmpty();
    }

    @Test
    void what_changes_nothing_says_nothing_and_is_journalled() {
        desk.command(key, start());
        desk.heard();

        desk.reply(key, new PaymentSettled(key.payment()));

        assertThat(desk.heard()).isEmpty();
        assertThat(desk.journal(key)).last().isEqualTo("account-service settle PaymentSettled");
    }

    private StartPayment start() {
        return start(key);
    }

    private static StartPayment start(SagaKey key) {
        return new StartPayment(
                key.payment(),
                PAYMENT.debtor(),
                PAYMENT.creditor(),
                PAYMENT.amount(),
                PAYMENT.reference(),
                PAYMENT.requestedAt());
    }

    private PaymentValidated validated() {
        return validated(key);
    }

    private static PaymentValidated validated(SagaKey key) {
        return new PaymentValidated(key.payment(), DEBTOR, CREDITOR);
    }
}

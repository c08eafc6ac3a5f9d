package io.paymentsengine.saga;

import static io.paymentsengine.saga.Payments.REASON;
import static io.paymentsengine.saga.Payments.start;
import static io.paymentsengine.saga.Payments.validated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.paymentsengine.contracts.AccountCommand.ReleaseFunds;
import io.paymentsengine.contracts.AccountCommand.ReserveFunds;
import io.paymentsengine.contracts.AccountCommand.SettlePayment;
import io.paymentsengine.contracts.PaymentEvent.PaymentCompleted;
import io.paymentsengine.contracts.PaymentEvent.PaymentRejected;
import io.paymentsengine.contracts.SagaReply.FundsReleased;
import io.paymentsengine.contracts.SagaReply.FundsReserved;
import io.paymentsengine.contracts.SagaReply.PaymentSettled;
import io.paymentsengine.contracts.SagaReply.SettlementRefused;
import io.paymentsengine.contracts.ValidationCommand.ValidatePayment;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.localstack.testing.Stores;
import io.paymentsengine.saga.domain.SagaKey;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// What the clock does, with shorter deadlines than in production. The deadline of the whole saga is long, so
/// that a slow machine changes nothing; a test that needs it to pass moves it.
@WithSagas
@TestPropertySource(
        properties = {
            "payments.saga.step-deadline=300ms",
            "payments.saga.step-deadline-max=600ms",
            "payments.saga.deadline=1h",
            "payments.saga.attention-deadline=2s",
            "payments.saga.scan-interval=50ms",
            "payments.saga.count-interval=100ms"
        })
class DeadlinesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired MeterRegistry meters;

    private final Wire wire;
    private final JdbcClient superuser;
    private final SagaKey key = Payments.next();
    private final PaymentId payment = key.payment();

    DeadlinesIT(@Autowired Stores stores) {
        this.wire = new Wire(stores);
        this.superuser = JdbcClient.create(stores.database("sagas").asSuperuser());
    }

    @AfterEach
    void hang_up() {
        wire.close();
    }

    @Test
    void what_is_not_answered_is_asked_again() {
        wire.send(key, start(key));

        assertThat(wire.await(ValidatePayment.class, payment, 3)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void a_payment_that_takes_too_long_is_undone_and_rejected() {
        wire.send(key, start(key));
        wire.await(ValidatePayment.class, payment);
        wire.send(key, validated(key));
        wire.await(ReserveFunds.class, payment);
        letTheSagasDeadlinePass();
        wire.await(ReleaseFunds.class, payment);
        wire.send(key, new FundsReleased(payment));

        assertThat(wire.await(PaymentRejected.class, payment).reason().code())
                .isEqualTo("DEADLINE_PASSED");
    }

    @Test
    void a_compensation_that_fails_at_first_is_asked_for_until_it_succeeds() {
        wire.send(key, start(key));
        wire.await(ValidatePayment.class, payment);
        wire.send(key, validated(key));
        wire.await(ReserveFunds.class, payment);
        wire.send(key, new FundsReserved(payment));
        wire.await(SettlePayment.class, payment);
        wire.send(key, new SettlementRefused(payment, REASON));
        wire.await(ReleaseFunds.class, payment, 3);
        wire.send(key, new FundsReleased(payment));

        assertThat(wire.await(PaymentRejected.class, payment).reason()).isEqualTo(REASON);
    }

    @Test
    void a_settlement_without_an_answer_needs_attention_and_a_late_answer_still_completes() {
        wire.send(key, start(key));
        wire.await(ValidatePayment.class, payment);
        wire.send(key, validated(key));
        wire.await(ReserveFunds.class, payment);
        wire.send(key, new FundsReserved(payment));
        wire.await(SettlePayment.class, payment);
        await().atMost(PATIENCE).until(() -> state().equals("NEEDS_ATTENTION"));
        await().atMost(PATIENCE).until(() -> sagasNeedingAttention() >= 1);
        wire.send(key, new PaymentSettled(payment));
        wire.await(PaymentCompleted.class, payment);

        assertThat(wire.all(ReleaseFunds.class, payment)).isEmpty();
        assertThat(state()).isEqualTo("COMPLETED");
    }

    @Test
    void what_a_crash_left_goes_on_without_new_traffic() {
        leaveAsACrashWould("reserve was asked for, and nobody heard it");

        wire.await(ReserveFunds.class, payment);
        wire.send(key, new FundsReserved(payment));
        wire.await(SettlePayment.class, payment);
    }

    @Test
    void what_a_crash_kept_from_being_sent_is_sent_in_the_end() {
        superuser
                .sql(
                        """
                        INSERT INTO outbox (created_at, messages) VALUES (
                            now() - interval '1 h',
                            json_build_array(json_build_object(
                                'topic', 'payment.events.v1', 'key', :payment, 'binary', false,
                                'headers', json_build_object(
                                    'ce_type', 'io.paymentsengine.PaymentCompleted.v1'),
                                'value', json_build_object(
                                    'paymentId', :payment, 'at', '2026-11-21T12:00:00.000Z'
                                )::text))::text)
                        """)
                .param("payment", payment.toString())
                .update();

        wire.await(PaymentCompleted.class, payment);
    }

    /// Leaves a committed row without its message.
    private void leaveAsACrashWould(String reference) {
        superuser
                .sql(
                        """
                        INSERT INTO saga (
                            tenant_id, payment_id, created_at,
                            debtor, creditor, amount, currency, reference, requested_at,
                            debtor_account, creditor_account, state, step,
                            repeats, entries, idle_entries, moved_at,
                            step_deadline, saga_deadline, attention_deadline, alarm)
                        VALUES (
                            :tenant, :payment::uuid, now(),
                            :debtor, :creditor, 100, 'EUR', :reference, now(),
                            :debtor::uuid, :creditor::uuid, 'RUNNING', 'RESERVE',
                            0, 2, 0, now(),
                            now(), now() + interval '1 h', now() + interval '1 h', now())
                        """)
                .param("tenant", key.tenant().value())
                .param("payment", payment.toString())
                .param("debtor", Payments.DEBTOR.toString())
                .param("creditor", Payments.CREDITOR.toString())
                .param("reference", reference)
                .update();
    }

    private void letTheSagasDeadlinePass() {
        superuser
                .sql(
                        """
                        UPDATE saga SET saga_deadline = now(), alarm = least(alarm, now())
                        WHERE payment_id = :payment::uuid
                        """)
                .param("payment", payment.toString())
                .update();
    }

    private String state() {
        return superuser
                .sql("SELECT state FROM saga WHERE payment_id = :payment::uuid")
                .param("payment", payment.toString())
                .query(String.class)
                .single();
    }

    private double sagasNeedingAttention() {
        return meters.get("payments.sagas.attention").tag("tenant", "STD-001").gauge().value();
    }
}

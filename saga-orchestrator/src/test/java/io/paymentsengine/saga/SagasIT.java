package io.paymentsengine.saga;

import static io.paymentsengine.saga.Payments.AMOUNT;
import static io.paymentsengine.saga.Payments.CREDITOR;
import static io.paymentsengine.saga.Payments.CREDITOR_IBAN;
import static io.paymentsengine.saga.Payments.DEBTOR;
import static io.paymentsengine.saga.Payments.OTHER_TENANT;
import static io.paymentsengine.saga.Payments.REASON;
import static io.paymentsengine.saga.Payments.REQUESTED_AT;
import static io.paymentsengine.saga.Payments.cancel;
import static io.paymentsengine.saga.Payments.start;
import static io.paymentsengine.saga.Payments.validated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.contracts.AccountCommand.ReleaseFunds;
import io.paymentsengine.contracts.AccountCommand.ReserveFunds;
import io.paymentsengine.contracts.AccountCommand.SettlePayment;
import io.paymentsengine.contracts.Headers;
import io.paymentsengine.contracts.Message;
import io.paymentsengine.contracts.PaymentEvent;
import io.paymentsengine.contracts.PaymentEvent.PaymentCancelled;
import io.paymentsengine.contracts.PaymentEvent.PaymentCompleted;
import io.paymentsengine.contracts.PaymentEvent.PaymentRejected;
import io.paymentsengine.contracts.SagaReply.FundsReleased;
import io.paymentsengine.contracts.SagaReply.FundsReserved;
import io.paymentsengine.contracts.SagaReply.PaymentDeclined;
import io.paymentsengine.contracts.SagaReply.PaymentSettled;
import io.paymentsengine.contracts.SagaReply.ReservationRefused;
import io.paymentsengine.contracts.SagaReply.SettlementRefused;
import io.paymentsengine.contracts.ValidationCommand.ValidatePayment;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.localstack.testing.Stores;
import io.paymentsengine.platform.tenancy.TenantScope;
import io.paymentsengine.saga.application.FindSaga;
import io.paymentsengine.saga.domain.JournalEntry;
import io.paymentsengine.saga.domain.SagaKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What goes in and comes out on the topics.
@WithSagas
class SagasIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired FindSaga findSaga;

    private final Wire wire;
    private final SagaKey key = Payments.next();
    private final PaymentId payment = key.payment();

    SagasIT(@Autowired Stores stores) {
        this.wire = new Wire(stores);
    }

    @AfterEach
    void hang_up() {
        wire.close();
    }

    @Test
    void a_payment_goes_all_the_way() {
        send(start(key));
        assertThat(wire.await(ValidatePayment.class, payment))
                .isEqualTo(
                        new ValidatePayment(
                                payment,
                                AccountReference.to(DEBTOR),
                                CREDITOR_IBAN,
                                AMOUNT,
                                "Invoice 1",
                                REQUESTED_AT));
        send(validated(key));
        assertThat(wire.await(ReserveFunds.class, payment))
                .isEqualTo(new ReserveFunds(payment, DEBTOR, AMOUNT));
        send(new FundsReserved(payment));
        assertThat(wire.await(SettlePayment.class, payment))
                .isEqualTo(new SettlePayment(payment, DEBTOR, CREDITOR));
        send(new PaymentSettled(payment));
        wire.await(PaymentCompleted.class, payment);

        assertThat(journal())
                .extracting(entry -> entry.cause().event() + ": " + entry.detail())
                .containsExactly(
                        "StartPayment: requests validate",
                        "PaymentValidated: requests reserve",
                        "FundsReserved: requests settle",
                        "PaymentSettled: ends COMPLETED");
        assertThat(wire.about(payment))
                .allSatisfy(
                        heard ->
                                assertThat(heard.headers())
                                        .containsEntry(Headers.TENANT, "STD-001")
                                        .containsEntry(Headers.TRACE_PARENT, Wire.TRACE_PARENT)
                                        .containsEntry(Headers.SOURCE, "/saga-orchestrator"));
    }

    @Test
    void a_declined_payment_is_rejected() {
        send(start(key));
        wire.await(ValidatePayment.class, payment);
        send(new PaymentDeclined(payment, REASON));

        assertThat(wire.await(PaymentRejected.class, payment).reason()).isEqualTo(REASON);
    }

    @Test
    void a_refused_reservation_rejects_the_payment_and_needs_no_undo() {
        send(start(key), ValidatePayment.class);
        send(validated(key), ReserveFunds.class);
        send(new ReservationRefused(payment, REASON), PaymentRejected.class);

        assertThat(wire.await(PaymentRejected.class, payment).reason()).isEqualTo(REASON);
        assertThat(wire.all(ReleaseFunds.class, payment)).isEmpty();
    }

    @Test
    void a_refused_settlement_gives_the_reservation_back_first() {
        send(start(key), ValidatePayment.class);
        send(validated(key), ReserveFunds.class);
        send(new FundsReserved(payment), SettlePayment.class);
        send(new SettlementRefused(payment, REASON), ReleaseFunds.class);
        assertThat(events()).isEmpty();
        send(new FundsReleased(payment), PaymentRejected.class);

        assertThat(events()).hasSize(1);
    }

    @Test
    void a_cancelled_payment_gives_back_what_may_be_held() {
        send(start(key), ValidatePayment.class);
        send(validated(key), ReserveFunds.class);
        send(cancel(key), ReleaseFunds.class);
        send(new FundsReleased(payment), PaymentCancelled.class);

        assertThat(events()).hasSize(1);
    }

    @Test
    void a_cancellation_behind_the_pivot_comes_too_late() {
        send(start(key), ValidatePayment.class);
        send(validated(key), ReserveFunds.class);
        send(new FundsReserved(payment), SettlePayment.class);
        send(cancel(key));
        awaitEntry("CancelPayment");
        send(new PaymentSettled(payment), PaymentCompleted.class);

        assertThat(journal())
                .extracting(JournalEntry::detail)
                .contains("no effect: settle can't be undone");
        assertThat(wire.all(ReleaseFunds.class, payment)).isEmpty();
    }

    @Test
    void a_payment_cancelled_before_its_start_never_starts() {
        send(cancel(key), PaymentCancelled.class);
        send(start(key));
        List<PaymentCancelled> told = wire.await(PaymentCancelled.class, payment, 2);

        assertThat(told).allMatch(told.getFirst()::equals);
        assertThat(wire.all(ValidatePayment.class, payment)).isEmpty();
    }

    @Test
    void every_message_again_has_the_same_answer_and_no_effect() {
        send(start(key), ValidatePayment.class);
        send(start(key));
        List<ValidatePayment> asked = wire.await(ValidatePayment.class, payment, 2);
        assertThat(asked).allMatch(asked.getFirst()::equals);
        send(validated(key), ReserveFunds.class);
        send(validated(key));
        send(new FundsReserved(payment), SettlePayment.class);
        send(new FundsReserved(payment));
        send(new PaymentSettled(payment), PaymentCompleted.class);
        int before = wire.all(PaymentCompleted.class, payment).size();

        send(new PaymentSettled(payment));
        send(new FundsReserved(payment));
        send(validated(key));
        send(new SettlementRefused(payment, REASON));
        send(new FundsReleased(payment));
        await().atMost(PATIENCE).until(() -> ignored() >= 5);
        send(start(key));
        List<PaymentCompleted> told = wire.await(PaymentCompleted.class, payment, before + 1);

        assertThat(told).allMatch(told.getFirst()::equals);
        assertThat(wire.all(ReserveFunds.class, payment)).hasSize(1);
        assertThat(wire.all(SettlePayment.class, payment)).hasSize(1);
        assertThat(wire.all(ReleaseFunds.class, payment)).isEmpty();
    }

    @Test
    void a_reply_about_a_payment_that_nobody_knows_becomes_a_dead_letter() {
        send(new FundsReserved(payment));

        assertThat(wire.awaitDeadLetters(payment, 1).getFirst().headers())
                .containsEntry(Headers.DEAD_REASON, "unknown-payment");
    }

    @Test
    void a_reply_on_behalf_of_another_tenant_touches_nothing() {
        send(start(key), ValidatePayment.class);
        wire.send(new SagaKey(OTHER_TENANT, payment), validated(key));
        wire.awaitDeadLetters(payment, 1);

        assertThat(wire.all(ReserveFunds.class, payment)).isEmpty();
        assertThat(journal()).hasSize(1);
    }

    @Test
    void each_of_many_payments_ends_once_whatever_comes_twice_and_in_whatever_order() {
        Random random = new Random(42);
        List<SagaKey> keys = Stream.generate(Payments::next).limit(200).toList();
        keys.forEach(each -> wire.send(each, start(each)));
        keys.forEach(each -> wire.await(ValidatePayment.class, each.payment()));

        for (int round = 0; round < 3; round++) {
            List<Runnable> sends = new ArrayList<>();
            for (SagaKey each : keys) {
                Stream.of(
                                validated(each),
                                validated(each),
                                new FundsReserved(each.payment()),
                                new PaymentSettled(each.payment()),
                                start(each))
                        .forEach(message -> sends.add(() -> wire.send(each, message)));
            }
            Collections.shuffle(sends, random);
            sends.forEach(Runnable::run);
        }

        for (SagaKey each : keys) {
            assertThat(awaitEnd(each)).isInstanceOf(PaymentCompleted.class);
            assertThat(journalOf(each))
                    .extracting(JournalEntry::seq)
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    /// Sends a message and waits for the one that results.
    private void send(Message message, Class<? extends Message> brings) {
        send(message);
        wire.await(brings, payment);
    }

    private void send(Message message) {
        wire.send(key, message);
    }

    private List<PaymentEvent> events() {
        return Stream.of(PaymentCompleted.class, PaymentRejected.class, PaymentCancelled.class)
                .<PaymentEvent>flatMap(form -> wire.all(form, payment).stream())
                .toList();
    }

    private PaymentEvent awaitEnd(SagaKey saga) {
        List<PaymentCompleted> told = wire.await(PaymentCompleted.class, saga.payment(), 1);
        assertThat(told).allMatch(told.getFirst()::equals);
        return told.getFirst();
    }

    private void awaitEntry(String event) {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                journal().stream()
                                        .anyMatch(entry -> entry.cause().event().equals(event)));
    }

    private long ignored() {
        return journal().stream()
                .filter(entry -> entry.detail().equals("no effect: the saga has ended"))
                .count();
    }

    private List<JournalEntry> journal() {
        return journalOf(key);
    }

    private List<JournalEntry> journalOf(SagaKey saga) {
        return TenantScope.of(saga.tenant())
                .call(() -> findSaga.find(saga))
                .map(FindSaga.Found::journal)
                .orElse(List.of());
    }
}

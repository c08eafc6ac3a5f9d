package io.paymentsengine.saga.application;

import static io.paymentsengine.saga.application.Sample.CREDITOR;
import static io.paymentsengine.saga.application.Sample.DEBTOR;
import static io.paymentsengine.saga.application.Sample.NOW;
import static io.paymentsengine.saga.application.Sample.PAYMENT;
import static io.paymentsengine.saga.application.Sample.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.AccountCommand.ReleaseFunds;
import io.paymentsengine.contracts.AccountCommand.ReserveFunds;
import io.paymentsengine.contracts.AccountCommand.SettlePayment;
import io.paymentsengine.contracts.Message;
import io.paymentsengine.contracts.PaymentEvent.PaymentCancelled;
import io.paymentsengine.contracts.PaymentEvent.PaymentCompleted;
import io.paymentsengine.contracts.PaymentEvent.PaymentRejected;
import io.paymentsengine.contracts.ValidationCommand.ValidatePayment;
import io.paymentsengine.contracts.vocabulary.RejectionReason;
import io.paymentsengine.platform.messaging.Outgoing;
import io.paymentsengine.saga.domain.AccountPair;
import io.paymentsengine.saga.domain.Cause;
import io.paymentsengine.saga.domain.Input;
import io.paymentsengine.saga.domain.Input.CancelRequested;
import io.paymentsengine.saga.domain.Input.Done;
import io.paymentsengine.saga.domain.Input.Refused;
import io.paymentsengine.saga.domain.Input.Started;
import io.paymentsengine.saga.domain.Input.Undone;
import io.paymentsengine.saga.domain.JournalEntry;
import io.paymentsengine.saga.domain.PaymentSaga;
import io.paymentsengine.saga.domain.SagaKey;
import io.paymentsengine.saga.domain.Step;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BatchTest {

    private static final Cause CAUSE = new Cause("tests", "saga", "Something");
    private static final RejectionReason REASON = new RejectionReason("NOT_LIKED", "Not liked.");
    private static final Done FOUND =
            new Done(Step.VALIDATE, Optional.of(new AccountPair(DEBTOR, CREDITOR)));

    private final SagaKey key = key();

    @Test
    void each_state_has_its_word() {
        assertThat(said(started())).isInstanceOf(ValidatePayment.class);
        assertThat(said(started(FOUND)))
                .isEqualTo(new ReserveFunds(key.payment(), DEBTOR, PAYMENT.amount()));
        assertThat(said(started(FOUND, new Done(Step.RESERVE))))
                .isEqualTo(new SettlePayment(key.payment(), DEBTOR, CREDITOR));
        assertThat(said(started(FOUND, new CancelRequested())))
                .isEqualTo(new ReleaseFunds(key.payment(), DEBTOR));
        assertThat(said(started(FOUND, new Done(Step.RESERVE), new Done(Step.SETTLE))))
                .isEqualTo(new PaymentCompleted(key.payment(), NOW));
        assertThat(said(started(new Refused(Step.VALIDATE, REASON))))
                .isEqualTo(new PaymentRejected(key.payment(), REASON, NOW));
        assertThat(said(started(new CancelRequested())))
                .isEqualTo(new PaymentCancelled(key.payment(), NOW));
    }

    @Test
    void only_the_last_word_of_a_batch_is_said() {
        Batch batch =
                started(new Started(), FOUND, new CancelRequested(), new Undone(Step.RESERVE));

        assertThat(batch.toSend()).hasSize(1);
        assertThat(said(batch)).isInstanceOf(PaymentCancelled.class);
    }

    @Test
    void accounts_are_those_of_the_validation_that_moved_the_saga() {
        AccountPair others = new AccountPair(CREDITOR, DEBTOR);

        Batch batch = started(FOUND, new Done(Step.VALIDATE, Optional.of(others)));

        assertThat(sagaIn(batch).accounts()).contains(new AccountPair(DEBTOR, CREDITOR));
    }

    @Test
    void entries_are_numbered_on_from_the_journal_that_is_there() {
        Batch first = started(FOUND);
        Batch second = reopened(first, NOW);
        second.advance(key, new Done(Step.RESERVE), CAUSE);
        second.advance(key, new Done(Step.RESERVE), CAUSE);

        assertThat(first.entries()).extracting(JournalEntry::seq).containsExactly(1, 2);
        assertThat(second.entries()).extracting(JournalEntry::seq).containsExactly(3, 4);
    }

    @Test
    void what_was_there_is_changed_and_what_was_not_is_created() {
        Batch first = started();
        Batch second = reopened(first, NOW);
        second.advance(key, FOUND, CAUSE);

        assertThat(first.created()).hasSize(1);
        assertThat(first.changed()).isEmpty();
        assertThat(second.created()).isEmpty();
        assertThat(second.changed()).hasSize(1);
    }

    @Test
    void an_end_is_new_in_its_own_batch_alone() {
        Batch ending = started(new CancelRequested());
        Batch later = reopened(ending, NOW);
        later.advance(key, FOUND, CAUSE);

        assertThat(ending.newly(PaymentSaga::hasEnded)).hasSize(1);
        assertThat(later.newly(PaymentSaga::hasEnded)).isEmpty();
    }

    @Test
    void all_deadlines_that_passed_together_pass_together() {
        Instant later = NOW.plus(Sample.TIMEOUTS.attention());
        Batch batch = reopened(started(FOUND, new Done(Step.RESERVE)), later);

        batch.applyDeadlines(key);

        assertThat(batch.entries())
                .extracting(entry -> entry.cause().event())
                .containsExactly(
                        "SagaDeadlinePassed", "StepDeadlinePassed", "AttentionDeadlinePassed");
        assertThat(said(batch)).isInstanceOf(SettlePayment.class);
        assertThat(sagaIn(batch).instance().deadlines().alarm()).isAfter(later);
    }

    @Test
    void a_saga_that_went_on_in_time_only_gets_its_alarm_set_anew() {
        Instant rings = NOW.plus(Sample.TIMEOUTS.step());
        Batch moved = reopened(started(), NOW.plusMillis(500));
        moved.advance(key, FOUND, CAUSE);
        Batch batch = reopened(moved, rings);

        batch.applyDeadlines(key);

        assertThat(batch.entries()).isEmpty();
        assertThat(batch.toSend()).isEmpty();
        assertThat(sagaIn(batch).instance().deadlines().alarm()).isEqualTo(rings.plusMillis(500));
    }

    private Batch started(Input... inputs) {
        Batch batch = new Batch(Sample.ENGINE, List.of(), NOW);
        batch.start(key, PAYMENT, Optional.empty(), CAUSE);
        for (Input input : inputs) {
            batch.advance(key, input, CAUSE);
        }
        return batch;
    }

    private Batch reopened(Batch batch, Instant now) {
        return new Batch(Sample.ENGINE, List.of(sagaIn(batch)), now);
    }

    private PaymentSaga sagaIn(Batch batch) {
        return batch.find(key).orElseThrow();
    }

    private static Message said(Batch batch) {
        Collection<PaymentSaga> speaking = batch.toSend();
        return speaking.stream()
                .map(SagaMessages::of)
                .map(Outgoing::message)
                .findFirst()
                .orElseThrow();
    }
}

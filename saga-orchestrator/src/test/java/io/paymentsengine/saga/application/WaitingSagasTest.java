package io.paymentsengine.saga.application;

import static io.paymentsengine.saga.application.Sample.CREDITOR;
import static io.paymentsengine.saga.application.Sample.DEBTOR;
import static io.paymentsengine.saga.application.Sample.NOW;
import static io.paymentsengine.saga.application.Sample.PAYMENT;
import static io.paymentsengine.saga.application.Sample.TIMEOUTS;
import static io.paymentsengine.saga.application.Sample.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.AccountCommand.ReleaseFunds;
import io.paymentsengine.contracts.AccountCommand.SettlePayment;
import io.paymentsengine.contracts.PaymentEvent.PaymentCancelled;
import io.paymentsengine.contracts.PaymentEvent.PaymentRejected;
import io.paymentsengine.contracts.SagaCommand.CancelPayment;
import io.paymentsengine.contracts.SagaCommand.StartPayment;
import io.paymentsengine.contracts.SagaReply.FundsReserved;
import io.paymentsengine.contracts.SagaReply.PaymentValidated;
import io.paymentsengine.contracts.SagaReply.SettlementRefused;
import io.paymentsengine.contracts.ValidationCommand.ValidatePayment;
import io.paymentsengine.contracts.vocabulary.RejectionReason;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.saga.application.ResolveSaga.Action;
import io.paymentsengine.saga.application.ResolveSaga.Outcome;
import io.paymentsengine.saga.domain.Intervention;
import io.paymentsengine.saga.domain.SagaKey;
import io.paymentsengine.saga.domain.Status;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What time and operators do to a waiting saga, and how it is shown.
class WaitingSagasTest {

    private static final Intervention INTERVENTION = new Intervention("ann", "it hangs");

    private final Desk desk = new Desk();
    private final SagaKey key = key();

    @Test
    void nothing_is_done_before_an_alarm_rings() {
        started(key);

        assertThat(desk.passTime(10)).isZero();
        assertThat(desk.heard()).isEmpty();
    }

    @Test
    void what_is_not_answered_in_time_is_asked_again() {
        started(key);
        desk.now = NOW.plus(TIMEOUTS.step());

        assertThat(desk.passTime(10)).isEqualTo(1);

        assertThat(desk.heard()).singleElement().isInstanceOf(ValidatePayment.class);
        assertThat(desk.journal(key))
                .last()
                .isEqualTo("saga-orchestrator validate StepDeadlinePassed");
        assertThat(desk.passTime(10)).isZero();
    }

    @Test
    void an_undo_that_is_not_answered_in_time_is_asked_again() {
        settling(key);
        desk.reply(
                key,
                new SettlementRefused(key.payment(), new RejectionReason("CLOSED", "Closed.")));
        ReleaseFunds undo = new ReleaseFunds(key.payment(), DEBTOR);
        assertThat(desk.heard()).containsExactly(undo);
        desk.now = NOW.plus(TIMEOUTS.step());

        desk.passTime(10);

        assertThat(desk.heard()).containsExactly(undo);
    }

    @Test
    void only_so_many_are_looked_at_at_once() {
        started(key);
        started(key());
        desk.now = NOW.plus(TIMEOUTS.step());

        assertThat(desk.passTime(1)).isEqualTo(1);
    }

    @Test
    void what_takes_too_long_ends() {
        started(key);
        desk.now = NOW.plus(TIMEOUTS.saga());

        desk.passTime(10);

        assertThat(desk.heard()).singleElement().isInstanceOf(PaymentRejected.class);
    }

    @Test
    void what_makes_no_progress_is_shown_and_called_for() {
        settling(key);
        desk.now = NOW.plus(TIMEOUTS.attention());

        desk.passTime(10);
        new CountSagas(desk.sagas, desk.meters).count();

        assertThat(desk.saga(key).status()).isEqualTo(Status.NEEDS_ATTENTION);
        assertThat(gauge("payments.sagas.attention", "STD-001")).isEqualTo(1);
        assertThat(gauge("payments.sagas.open", "STD-001")).isEqualTo(1);
        assertThat(gauge("payments.sagas.open", "NED-001")).isZero();
    }

    @Test
    void an_operator_has_the_step_asked_for_again() {
        settling(key);

        assertThat(resolve(key, Action.RETRY)).isEqualTo(new Outcome.Resolved(desk.saga(key)));

        assertThat(desk.heard())
                .containsExactly(new SettlePayment(key.payment(), DEBTOR, CREDITOR));
        assertThat(desk.journal(key)).last().isEqualTo("saga-orchestrator settle Retry");
        assertThat(desk.sagas.of(key).getLast().cause().intervention()).contains(INTERVENTION);
    }

    @Test
    void an_operator_has_it_undone() {
        started(key);

        assertThat(resolve(key, Action.COMPENSATE)).isEqualTo(new Outcome.Resolved(desk.saga(key)));

        assertThat(desk.heard()).singleElement().isInstanceOf(PaymentRejected.class);
    }

    @Test
    void an_order_that_can_not_be_followed_changes_nothing() {
        settling(key);
        int entries = desk.journal(key).size();

        assertThat(resolve(key, Action.COMPENSATE)).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(resolve(key(), Action.RETRY)).isEqualTo(new Outcome.Unknown());

        assertThat(desk.journal(key)).hasSize(entries);
        assertThat(desk.heard()).isEmpty();
    }

    @Test
    void an_order_to_one_that_has_ended_says_where_it_stands() {
        desk.command(key, new CancelPayment(key.payment(), NOW));
        assertThat(desk.heard()).containsExactly(new PaymentCancelled(key.payment(), NOW));

        assertThat(resolve(key, Action.RETRY)).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(desk.sagas.of(key).getFirst().cause().step()).isEqualTo("saga");
    }

    @Test
    void a_saga_is_shown_with_its_journal_to_its_tenant() {
        started(key);
        FindSaga findSaga = new FindSaga(desk.sagas, desk.sagas);
        Sagas.Query all =
                new Sagas.Query(
                        key.tenant(), Optional.empty(), Optional.empty(), Optional.empty(), 10);

        assertThat(findSaga.find(key))
                .contains(new FindSaga.Found(desk.saga(key), desk.sagas.of(key)));
        assertThat(findSaga.find(new SagaKey(new TenantId("NED-001"), key.payment()))).isEmpty();
        assertThat(new ListSagas(desk.sagas).list(all)).containsExactly(desk.saga(key));
    }

    private Outcome resolve(SagaKey saga, Action action) {
        return desk.committing(
                () -> new ResolveSaga(desk.batches()).resolve(saga, action, INTERVENTION));
    }

    private void started(SagaKey saga) {
        desk.command(
                saga,
                new StartPayment(
                        saga.payment(),
                        PAYMENT.debtor(),
                        PAYMENT.creditor(),
                        PAYMENT.amount(),
                        PAYMENT.reference(),
                        PAYMENT.requestedAt()));
        desk.heard();
    }

    private void settling(SagaKey saga) {
        started(saga);
        desk.reply(
                saga,
                new PaymentValidated(saga.payment(), DEBTOR, CREDITOR),
                new FundsReserved(saga.payment()));
        desk.heard();
    }

    private double gauge(String name, String tenant) {
        return desk.registry.get(name).tag("tenant", tenant).gauge().value();
    }
}

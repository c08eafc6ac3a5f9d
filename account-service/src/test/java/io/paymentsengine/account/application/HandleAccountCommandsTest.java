package io.paymentsengine.account.application;

import static io.paymentsengine.account.application.Desk.STD;
import static io.paymentsengine.account.application.Desk.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.contracts.AccountCommand.ReleaseFunds;
import io.paymentsengine.contracts.AccountCommand.ReserveFunds;
import io.paymentsengine.contracts.AccountCommand.SettlePayment;
import io.paymentsengine.contracts.SagaReply.FundsReleased;
import io.paymentsengine.contracts.SagaReply.FundsReserved;
import io.paymentsengine.contracts.SagaReply.PaymentSettled;
import io.paymentsengine.contracts.SagaReply.ReservationRefused;
import io.paymentsengine.contracts.SagaReply.SettlementRefused;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.RejectionReason;
import io.paymentsengine.platform.ids.Ids;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HandleAccountCommandsTest {

    private final Desk desk = new Desk();
    private final AccountKey ann = desk.account(STD, 100);
    private final AccountKey bob = desk.account(STD, 0);
    private final PaymentId payment = new PaymentId(Ids.next());

    @Test
    void money_is_set_aside_and_moved() {
        assertThat(desk.handle(reserve(60))).containsExactly(new FundsReserved(payment));
        assertThat(desk.now(ann).funds().reserved()).isEqualTo(eur(60));

        assertThat(desk.handle(settle())).containsExactly(new PaymentSettled(payment));
        assertThat(desk.now(ann).funds().balance()).isEqualTo(eur(40));
        assertThat(desk.now(ann).funds().reserved()).isEqualTo(eur(0));
        assertThat(desk.now(bob).funds().balance()).isEqualTo(eur(60));
        assertThat(desk.counted()).isEqualTo(1);
    }

    @Test
    void entries_have_the_time_at_which_their_accounts_were_locked() {
        desk.handle(reserve(60));
        desk.waitForLocks(Duration.ofSeconds(8));

        desk.handle(settle());

        assertThat(desk.now(ann).lastEntryAt()).isEqualTo(Desk.NOW.plusSeconds(8));
    }

    @Test
    void an_answer_is_for_the_same_tenant_and_in_the_same_trace() {
        desk.handle(reserve(60));

        assertThat(desk.sent)
                .singleElement()
                .satisfies(
                        said -> {
                            assertThat(said.tenant()).isEqualTo(STD);
                            assertThat(said.traceParent()).isEqualTo("trace");
                        });
    }

    @Test
    void money_is_given_back() {
        desk.handle(reserve(60));

        assertThat(desk.handle(release())).containsExactly(new FundsReleased(payment));
        assertThat(desk.now(ann).funds().available()).isEqualTo(eur(100));
        assertThat(desk.counted()).isZero();
    }

    @Test
    void commands_of_a_batch_see_each_other() {
        assertThat(desk.handle(reserve(60), settle(), release()))
                .containsExactly(new FundsReserved(payment), new PaymentSettled(payment));
        assertThat(desk.dead).containsExactly("payment-already-settled " + ann.id());
    }

    @Test
    void a_repeat_is_answered_alike_and_changes_nothing() {
        desk.handle(reserve(60));
        desk.handle(settle());

        assertThat(desk.handle(reserve(60), settle()))
                .containsExactly(new FundsReserved(payment), new PaymentSettled(payment));
        assertThat(desk.now(ann).funds().balance()).isEqualTo(eur(40));
        assertThat(desk.counted()).isEqualTo(1);
    }

    @Test
    void a_refusal_says_why() {
        assertThat(desk.handle(reserve(101)))
                .singleElement()
                .isInstanceOfSatisfying(
                        ReservationRefused.class,
                        refused -> assertRefused(refused.reason(), "INSUFFICIENT_FUNDS"));
        assertThat(desk.handle(settle()))
                .singleElement()
                .isInstanceOfSatisfying(
                        SettlementRefused.class,
                        refused -> assertRefused(refused.reason(), "RESERVATION_MISSING"));
    }

    private static void assertRefused(RejectionReason reason, String code) {
        assertThat(reason.code()).isEqualTo(code);
    }

    private ReserveFunds reserve(long cents) {
        return new ReserveFunds(payment, ann.id(), eur(cents));
    }

    private SettlePayment settle() {
        return new SettlePayment(payment, ann.id(), bob.id());
    }

    private ReleaseFunds release() {
        return new ReleaseFunds(payment, ann.id());
    }
}

package io.paymentsengine.validation.application;

import static io.paymentsengine.validation.application.Desk.NED;
import static io.paymentsengine.validation.application.Desk.NOW;
import static io.paymentsengine.validation.application.Desk.STD;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.Message;
import io.paymentsengine.contracts.SagaReply.PaymentDeclined;
import io.paymentsengine.contracts.SagaReply.PaymentValidated;
import io.paymentsengine.contracts.ValidationCommand.ValidatePayment;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.ids.Ids;
import io.paymentsengine.validation.domain.Decision;
import io.paymentsengine.validation.domain.Verdict;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValidatePaymentsTest {

    private final Desk desk = new Desk();
    private final AccountReference debtor = desk.account(STD);
    private final AccountReference creditor = desk.account(STD);

    @Test
    void a_payment_nobody_objects_to_is_approved_kept_and_counted() {
        ValidatePayment command = command(100_00);

        desk.validate(STD, command);

        assertThat(desk.sent)
                .singleElement()
                .satisfies(
                        said -> {
                            assertThat(said.tenant()).isEqualTo(STD);
                            assertThat(said.traceParent()).isEqualTo("trace");
                        });
        assertThat(desk.heard())
                .containsExactly(
                        new PaymentValidated(command.paymentId(), idOf(debtor), idOf(creditor)));
        assertThat(decisionOn(STD, command).at()).isEqualTo(NOW);
        assertThat(desk.counted("approved")).isEqualTo(1);
        assertThat(desk.observed).singleElement().matches(RecentPayments.Observed::counts);
    }

    @Test
    void whose_tenant_account_service_has_not_heard_of_is_set_aside_undecided() {
        desk.strangers.add(NED);
        ValidatePayment command = command(1_00);

        desk.validate(NED, command);
        desk.validate(STD, command);

        assertThat(desk.dead)
                .containsExactly("unknown-tenant: account-service knows no tenant NED-001");
        assertThat(desk.heard()).singleElement().isInstanceOf(PaymentValidated.class);
        assertThat(desk.decisions).hasSize(1);
        assertThat(desk.observed).hasSize(1);
    }

    @Test
    void what_is_declined_whatever_others_do_is_no_traffic() {
        ValidatePayment command = command(100_01);

        desk.validate(STD, command);

        assertThat(reasonOf(desk.heard().getFirst())).isEqualTo("AMOUNT_OVER_LIMIT");
        assertThat(desk.counted("AMOUNT_OVER_LIMIT")).isEqualTo(1);
        assertThat(desk.observed).singleElement().matches(each -> !each.counts());
    }

    @Test
    void a_command_that_comes_again_gets_the_decision_that_there_is() {
        ValidatePayment command = command(1);
        desk.validate(STD, command);
        Message first = desk.heard().getFirst();
        desk.accounts.clear();

        desk.validate(STD, command, command);

        assertThat(desk.heard()).containsExactly(first, first);
        assertThat(desk.observed).hasSize(1);
        assertThat(desk.counted("approved")).isEqualTo(1);
    }

    @Test
    void a_command_that_comes_twice_at_once_is_decided_once() {
        ValidatePayment command = command(1);

        desk.validate(STD, command, command);

        assertThat(desk.heard()).hasSize(2);
        assertThat(desk.observed).hasSize(1);
    }

    @Test
    void each_payment_of_a_batch_gets_its_own_answer_and_sees_those_before_it() {
        desk.validate(STD, command(1), command(2), command(3));

        assertThat(desk.heard())
                .hasExactlyElementsOfTypes(
                        PaymentValidated.class, PaymentValidated.class, PaymentDeclined.class);
    }

    @Test
    void an_account_is_known_to_its_tenant_alone() {
        ValidatePayment command = command(1);

        desk.validate(NED, command);

        assertThat(reasonOf(desk.heard().getFirst())).isEqualTo("ACCOUNT_UNKNOWN");
        assertThat(new FindDecision(desk).find(new Decision.Key(STD, command.paymentId())))
                .isEmpty();
        assertThat(new FindDecision(desk).find(new Decision.Key(NED, command.paymentId())))
                .contains(decisionOn(NED, command));
    }

    @Test
    void a_preview_says_what_would_be_and_leaves_nothing_behind() {
        PreviewValidation preview = new PreviewValidation(desk.assessment(), Desk.CLOCK);

        Optional<Verdict> verdict =
                preview.preview(
                        STD,
                        new PreviewValidation.Intent(debtor, creditor, Money.of(1, "EUR"), ""));
        Optional<Verdict> refused =
                preview.preview(
                        STD,
                        new PreviewValidation.Intent(
                                debtor, creditor, Money.of(1, "EUR"), "to Mallory"));

        assertThat(verdict).contains(new Verdict.Approved(idOf(debtor), idOf(creditor)));
        assertThat(refused).containsInstanceOf(Verdict.Declined.class);
        assertThat(desk.observed).noneMatch(RecentPayments.Observed::counts);
        assertThat(desk.decisions).isEmpty();
    }

    private ValidatePayment command(long cents) {
        return new ValidatePayment(
                new PaymentId(Ids.next()), debtor, creditor, Money.of(cents, "EUR"), "", NOW);
    }

    private Decision decisionOn(TenantId tenant, ValidatePayment command) {
        Decision.Key key = new Decision.Key(tenant, command.paymentId());
        return Optional.ofNullable(desk.decisions.get(key)).orElseThrow();
    }

    private static String reasonOf(Message message) {
        return ((PaymentDeclined) message).reason().code();
    }

    private static AccountId idOf(AccountReference account) {
        return AccountId.of(account.value());
    }
}

package io.paymentsengine.payment.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.SagaCommand.StartPayment;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.payment.application.RequestPayment.Outcome;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.payment.domain.Transfer;
import io.paymentsengine.payment.testing.Samples;
import io.paymentsengine.platform.ids.Ids;
import io.paymentsengine.platform.messaging.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AcceptPaymentsTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final List<Outgoing> sent = new ArrayList<>();
    private final MemoryPayments payments = new MemoryPayments();
    private final AcceptPayments acceptPayments = new AcceptPayments(payments, sent::addAll);
    private final Transfer transfer = Samples.transfer();

    @Test
    void what_is_stored_starts_its_saga_in_its_requests_trace() {
        Payment.Accepted payment = Samples.payment();

        assertThat(accept(new NewPayment(payment, Optional.empty(), Optional.of(TRACE))))
                .containsExactly(new Outcome.Accepted(payment, false));

        assertThat(sent)
                .containsExactly(
                        new Outgoing(
                                payment.tenant(),
                                new StartPayment(
                                        payment.id(),
                                        payment.transfer().debtor(),
                                        payment.transfer().creditor(),
                                        payment.transfer().amount(),
                                        payment.transfer().reference(),
                                        payment.createdAt()),
                                TRACE));
    }

    @Test
    void the_first_with_a_key_is_accepted_and_every_other_told_of_it() {
        NewPayment first = keyed(transfer);

        assertThat(accept(first, keyed(transfer), keyed(Samples.transfer())))
                .containsExactly(
                        new Outcome.Accepted(first.payment(), false),
                        new Outcome.Repeated(first.payment(), false),
                        new Outcome.KeyTaken());
        assertThat(accept(keyed(transfer)))
                .containsExactly(new Outcome.Repeated(first.payment(), false));
        assertThat(sent).hasSize(1);
    }

    @Test
    void a_group_that_comes_again_is_answered_alike_and_starts_nothing() {
        NewPayment keyed = keyed(transfer);
        NewPayment bare = new NewPayment(Samples.payment(), Optional.empty(), Optional.empty());
        List<Outcome> first = accept(keyed, bare);

        assertThat(accept(keyed, bare)).isEqualTo(first);
        assertThat(sent).hasSize(2);
    }

    private List<Outcome> accept(NewPayment... group) {
        return acceptPayments.accept(List.of(group));
    }

    private static NewPayment keyed(Transfer transfer) {
        return new NewPayment(
                new Payment.Accepted(Samples.STD, new PaymentId(Ids.next()), transfer),
                Optional.of("key"),
                Optional.empty());
    }
}

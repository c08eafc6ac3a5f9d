package io.paymentsengine.payment.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.payment.application.RequestPayment.Outcome;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.payment.domain.Transfer;
import io.paymentsengine.payment.testing.Samples;
import io.paymentsengine.platform.ids.Ids;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefuseCongestedTest {

    private final MemoryPayments payments = new MemoryPayments();
    private final RefuseCongested refuseCongested = new RefuseCongested(new FindPayments(payments));
    private final Transfer transfer = Samples.transfer();

    @Test
    void only_repeats_get_an_answer() {
        NewPayment first = requested("key", transfer);
        new AcceptPayments(payments, _ -> {}).accept(List.of(first));

        List<Outcome> outcomes =
                refuseCongested.answer(
                        List.of(
                                requested("new", transfer),
                                requested("key", transfer),
                                requested("", transfer),
                                requested("key", Samples.transfer())));

        assertThat(outcomes)
                .containsExactly(
                        new Outcome.Congested(Samples.STD),
                        new Outcome.Repeated(first.payment(), false),
                        new Outcome.Congested(Samples.STD),
                        new Outcome.KeyTaken());
    }

    private static NewPayment requested(String key, Transfer transfer) {
        return new NewPayment(
                new Payment.Accepted(Samples.STD, new PaymentId(Ids.next()), transfer),
                Optional.of(key).filter(text -> !text.isEmpty()),
                Optional.empty());
    }
}

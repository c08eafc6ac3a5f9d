package io.paymentsengine.payment.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.payment.testing.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadPaymentsTest {

    private final Payment.Accepted payment = Samples.payment();
    private final FindPayments findPayments =
            new FindPayments(MemoryPayments.with(payment, Samples.payment(Samples.NED)));

    @Test
    void a_payment_is_found_by_its_tenant() {
        assertThat(findPayments.find(Samples.STD, payment.id())).contains(payment);
        assertThat(findPayments.find(Samples.NED, payment.id())).isEmpty();
    }

    @Test
    void a_list_is_one_tenants() {
        assertThat(
                        findPayments.list(
                                new PaymentQuery(
                                        Samples.STD,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        10)))
                .containsExactly(payment);
    }

    @Test
    void a_timeline_begins_with_the_acceptance_and_goes_on_with_the_journal() {
        TimelineItem started =
                new TimelineItem(
                        Instant.EPOCH, "saga-orchestrator", "saga", "Started", Optional.empty());
        ReadTimeline readTimeline = new ReadTimeline(findPayments, _ -> List.of(started));

        assertThat(readTimeline.read(Samples.STD, payment.id()))
                .contains(
                        new ReadTimeline.Timeline(
                                payment,
                                List.of(
                                        new TimelineItem(
                                                payment.createdAt(),
                                                "payment-service",
                                                "accept",
                                                "PaymentAccepted",
                                                Optional.empty()),
                                        started)));
        assertThat(readTimeline.read(Samples.NED, payment.id())).isEmpty();
    }
}

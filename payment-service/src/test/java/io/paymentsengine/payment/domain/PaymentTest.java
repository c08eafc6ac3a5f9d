package io.paymentsengine.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.RejectionReason;
import io.paymentsengine.payment.testing.Samples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentTest {

    private static final Instant AT = Instant.parse("2026-01-31T12:00:00Z");
    private static final RejectionReason FUNDS = new RejectionReason("INSUFFICIENT_FUNDS", "…");
    private static final RejectionReason LIMIT = new RejectionReason("LIMIT_EXCEEDED", "…");

    private final Payment.Accepted payment = Samples.payment();

    @Test
    void keeps_what_was_requested_when_it_ends() {
        Payment.Ended ended = payment.reject(FUNDS, AT);

        assertThat(ended.status()).isEqualTo(Payment.Status.REJECTED);
        assertThat(ended.tenant()).isEqualTo(payment.tenant());
        assertThat(ended.id()).isEqualTo(payment.id());
        assertThat(ended.transfer()).isEqualTo(payment.transfer());
        assertThat(ended.createdAt()).isEqualTo(payment.createdAt());
        assertThat(ended.endedAt()).isEqualTo(AT);
    }

    @Test
    void an_end_agrees_with_the_same_end_at_any_time_and_with_no_other() {
        List<Payment.Ended> ends = ends(AT);
        List<Payment.Ended> later = ends(AT.plusSeconds(1));

        for (int one = 0; one < ends.size(); one++) {
            for (int other = 0; other < ends.size(); other++) {
                assertThat(ends.get(one).agreesWith(later.get(other))).isEqualTo(one == other);
            }
        }
    }

    private List<Payment.Ended> ends(Instant at) {
        return List.of(
                payment.complete(at),
                payment.reject(FUNDS, at),
                payment.reject(LIMIT, at),
                payment.cancel(at));
    }
}

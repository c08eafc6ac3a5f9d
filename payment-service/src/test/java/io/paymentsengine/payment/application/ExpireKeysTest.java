package io.paymentsengine.payment.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.payment.testing.Samples;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpireKeysTest {

    private static final Instant AT = Instant.parse("2036-01-31T12:00:00Z");
    private static final Duration AGE = Duration.ofDays(7);

    private final MemoryPayments payments = new MemoryPayments();
    private final Payment.Accepted payment = Samples.payment();
    private final RequestKey key = new RequestKey(Samples.STD, "key");

    @Test
    void a_key_is_forgotten_when_it_is_old_enough_and_its_payment_has_ended() {
        payments.addAll(List.of(new NewPayment(payment, Optional.of("key"), Optional.empty())));
        assertThat(forgottenAfter(AGE.plusMillis(1))).isZero();
        payments.endAll(List.of(payment.complete(AT)));

        assertThat(forgottenAfter(AGE)).isZero();
        assertThat(payments.findByRequestKeys(List.of(key))).containsEntry(key, payment);
        assertThat(forgottenAfter(AGE.plusMillis(1))).isEqualTo(1);
        assertThat(payments.findByRequestKeys(List.of(key))).isEmpty();
    }

    private int forgottenAfter(Duration age) {
        Clock clock = Clock.fixed(payment.createdAt().plus(age), ZoneOffset.UTC);
        return new ExpireKeys(payments, clock).forget(Samples.STD, AGE, 10);
    }
}

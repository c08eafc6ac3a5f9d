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

class BacklogTest {

    private static final Duration AGE = Duration.ofMinutes(10);

    private final Payment.Accepted one = Samples.payment();
    private final Payment.Accepted two = Samples.payment();
    private final MemoryPayments payments = MemoryPayments.with(one, two);
    private final Meters meters = new Meters();

    @Test
    void it_is_full_with_as_many_as_there_may_be() {
        assertThat(counted(2).isFull(Samples.STD)).isTrue();
        assertThat(counted(3).isFull(Samples.STD)).isFalse();
    }

    @Test
    void nobody_is_refused_for_what_another_tenant_has_on_its_way() {
        assertThat(counted(2).isFull(Samples.NED)).isFalse();
    }

    @Test
    void of_all_together_who_has_an_equal_share_is_full() {
        payments.addAll(
                List.of(
                        new NewPayment(
                                Samples.payment(Samples.NED), Optional.empty(), Optional.empty())));

        Backlog three = counted(3);
        assertThat(three.isFull(Samples.STD)).isTrue();
        assertThat(three.isFull(Samples.NED)).isFalse();
        assertThat(counted(2).isFull(Samples.NED)).isTrue();
        assertThat(counted(4).isFull(Samples.STD)).isFalse();
    }

    @Test
    void nobody_is_refused_before_the_first_count() {
        assertThat(at(one.createdAt()).isFull(Samples.STD)).isFalse();
    }

    @Test
    void what_has_ended_makes_room() {
        Backlog backlog = counted(2);
        payments.endAll(List.of(one.complete(one.createdAt())));

        backlog.count(List.of(Samples.STD, Samples.NED), AGE, 2);

        assertThat(backlog.isFull(Samples.STD)).isFalse();
    }

    @Test
    void what_should_have_ended_long_ago_does_not_count() {
        Backlog later = at(two.createdAt().plus(AGE).plusSeconds(1));

        later.count(List.of(Samples.STD), AGE, 2);

        assertThat(later.isFull(Samples.STD)).isFalse();
    }

    @Test
    void how_many_there_are_can_be_watched() {
        counted(3);

        assertThat(meters.registry.get("payments.open").tag("tenant", "STD-001").gauge().value())
                .isEqualTo(2);
    }

    private Backlog counted(int max) {
        Backlog backlog = at(two.createdAt());
        backlog.count(List.of(Samples.STD, Samples.NED), AGE, max);
        return backlog;
    }

    private Backlog at(Instant now) {
        return new Backlog(payments, meters.payments, Clock.fixed(now, ZoneOffset.UTC));
    }
}

package io.paymentsengine.payment.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.payment.application.RequestPayment.Outcome;
import io.paymentsengine.payment.application.RequestPayment.Request;
import io.paymentsengine.payment.domain.Transfer;
import io.paymentsengine.payment.testing.Samples;
import io.paymentsengine.platform.batching.GroupCommit;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A tenant that has as many payments in flight as it may have.
class CongestionTest {

    private static final Outcome CONGESTED = new Outcome.Congested(Samples.STD);

    private final MemoryPayments payments = new MemoryPayments();
    private final Meters meters = new Meters();
    private final Backlog backlog = new Backlog(payments, meters.payments, Clock.systemUTC());
    private final AcceptPayments acceptPayments = new AcceptPayments(payments, _ -> {});
    private final List<NewPayment> handedOver = new ArrayList<>();
    private final GroupCommit<NewPayment, Outcome> writer =
            new GroupCommit<>("test", 10, 10, Duration.ZERO, this::accept);
    private final FindPayments find = new FindPayments(payments);
    private final RequestPayment requestPayment =
            new RequestPayment(
                    new AcceptQueue(writer, 10),
                    backlog,
                    new RefuseCongested(find),
                    new AwaitEnd(new Watches(1, 1), find),
                    meters.payments);
    private final Transfer transfer = Samples.transfer();

    @BeforeEach
    void fill() {
        assertThat(requestPayment.request(of("first"))).isInstanceOf(Outcome.Accepted.class);
        backlog.count(List.of(Samples.STD), Duration.ofMinutes(1), 1);
        handedOver.clear();
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void it_is_refused_and_counted_and_waits_in_no_line() {
        assertThat(requestPayment.request(of(""))).isEqualTo(CONGESTED);
        assertThat(requestPayment.request(of("second"))).isEqualTo(CONGESTED);
        assertThat(requestPayment.requestAll(List.of(of(""), of("second"))))
                .containsExactly(CONGESTED, CONGESTED);

        assertThat(meters.refused()).isEqualTo(4);
        assertThat(handedOver).isEmpty();
    }

    @Test
    void its_repeats_are_answered() {
        assertThat(requestPayment.request(of("first"))).isInstanceOf(Outcome.Repeated.class);
        assertThat(requestPayment.requestAll(List.of(of("first"), of("second"))))
                .satisfiesExactly(
                        repeat -> assertThat(repeat).isInstanceOf(Outcome.Repeated.class),
                        fresh -> assertThat(fresh).isEqualTo(CONGESTED));
    }

    @Test
    void others_are_let_in() {
        Request others = new Request(Samples.NED, Optional.empty(), transfer, Duration.ZERO);

        assertThat(requestPayment.request(others)).isInstanceOf(Outcome.Accepted.class);
    }

    private List<Outcome> accept(List<NewPayment> group) {
        handedOver.addAll(group);
        return acceptPayments.accept(group);
    }

    private Request of(String key) {
        return new Request(
                Samples.STD,
                Optional.of(key).filter(text -> !text.isEmpty()),
                transfer,
                Duration.ZERO);
    }
}

package io.paymentsengine.payment.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.payment.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A watch that gets no notification would wait for a minute, and the test fails.
@Timeout(10)
class WatchesTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Watches watches = new Watches(1, 2);
    private final Payment.Ended end = Samples.payment().complete(Instant.EPOCH);
    private final PaymentId payment = end.id();
    private final PaymentId other = Samples.payment().id();

    @Test
    void news_that_came_before_the_wait_are_not_missed() {
        Watch watch = watch(payment, Watch.Interest.END);

        watches.endedElsewhere(List.of(other, payment));

        watch.await(LONG);
        assertThat(watch.isOver()).isFalse();
        assertThat(watch.end()).isEmpty();
    }

    @Test
    void an_end_of_this_replica_is_handed_over() {
        Watch watch = watch(payment, Watch.Interest.END);

        watches.ended(List.of(Samples.payment().complete(Instant.EPOCH), end));

        watch.await(LONG);
        assertThat(watch.end()).contains(end);
    }

    @Test
    void news_wake_who_waits() throws InterruptedException {
        Watch watch = watch(payment, Watch.Interest.PROGRESS);
        Thread waiting = Thread.startVirtualThread(() -> watch.await(LONG));

        watches.progressed(List.of(payment));

        waiting.join();
    }

    @Test
    void an_end_is_progress_too() {
        Watch watch = watch(payment, Watch.Interest.PROGRESS);

        watches.endedElsewhere(List.of(payment));
        watch.await(LONG);

        watches.ended(List.of(end));
        watch.await(LONG);
    }

    @Test
    void progress_does_not_wake_who_waits_for_the_end() {
        Watch watch = watch(payment, Watch.Interest.END);
        long started = System.nanoTime();

        watches.progressed(List.of(payment));

        watch.await(Duration.ofMillis(50));
        assertThat(System.nanoTime() - started).isGreaterThanOrEqualTo(50_000_000);
    }

    /// A watch for progress wants ends too.
    @Test
    void news_are_wanted_while_somebody_waits_for_them() {
        assertThat(wanted()).isEmpty();

        Watch progress = watch(payment, Watch.Interest.PROGRESS);
        assertThat(wanted()).containsExactly(Watch.Interest.END, Watch.Interest.PROGRESS);

        Watch end = watch(payment, Watch.Interest.END);
        progress.close();
        assertThat(wanted()).containsExactly(Watch.Interest.END);

        end.close();
        assertThat(wanted()).isEmpty();
    }

    @Test
    void only_so_many_watch_and_who_leaves_makes_room() {
        Watch first = watch(payment, Watch.Interest.END);
        assertThat(watches.watchEnd(new PaymentKey(Samples.STD, other))).isEmpty();
        watch(payment, Watch.Interest.PROGRESS).close();

        first.close();
        first.close();

        watch(other, Watch.Interest.END);
        assertThat(watches.watchEnd(new PaymentKey(Samples.STD, other))).isEmpty();
        assertThat(watches.size()).isEqualTo(1);
    }

    @Test
    void a_tenant_leaves_room_for_others_to_follow_their_payments() {
        Watch first = watch(payment, Watch.Interest.PROGRESS);
        assertThat(watches.watchProgress(new PaymentKey(Samples.STD, other))).isEmpty();
        assertThat(watches.watchProgress(new PaymentKey(Samples.NED, other))).isPresent();

        first.close();
        first.close();

        watch(other, Watch.Interest.PROGRESS);
        assertThat(watches.watchProgress(new PaymentKey(Samples.NED, payment))).isEmpty();
    }

    @Test
    void a_tenant_leaves_room_for_others_to_wait_for_ends() {
        Watches two = new Watches(2, 1);
        assertThat(two.watchEnd(new PaymentKey(Samples.STD, payment))).isPresent();

        assertThat(two.watchEnd(new PaymentKey(Samples.STD, other))).isEmpty();
        assertThat(two.watchEnd(new PaymentKey(Samples.NED, other))).isPresent();
    }

    @Test
    void all_watches_are_over_when_the_service_stops() {
        Watch watch = watch(payment, Watch.Interest.END);

        watches.close();

        watch.await(LONG);
        assertThat(watch.isOver()).isTrue();
    }

    @Test
    void who_comes_while_it_stops_does_not_wait() {
        watches.close();

        Watch watch = watch(payment, Watch.Interest.PROGRESS);

        watch.await(LONG);
        assertThat(watch.isOver()).isTrue();
    }

    private List<Watch.Interest> wanted() {
        return Stream.of(Watch.Interest.values()).filter(watches::isWanted).toList();
    }

    private Watch watch(PaymentId id, Watch.Interest interest) {
        return switch (interest) {
            case END -> watches.watchEnd(new PaymentKey(Samples.STD, id)).orElseThrow();
            case PROGRESS -> watches.watchProgress(new PaymentKey(Samples.STD, id)).orElseThrow();
        };
    }
}

package io.paymentsengine.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class NotificationBatcherTest {

    private static final Duration PACE = Duration.ofMillis(50);

    private final List<NotificationBatcher<Integer>> open = new ArrayList<>();
    private final BlockingQueue<List<Integer>> published = new LinkedBlockingQueue<>();
    private final Semaphore answers = new Semaphore(0);

    @AfterEach
    void hang_up() {
        open.forEach(NotificationBatcher::close);
    }

    @Test
    void the_first_one_leaves_at_once() throws Exception {
        notifications(10, Duration.ofHours(1), this::take).give(List.of(1, 2));

        assertThat(published.take()).containsExactly(1, 2);
    }

    /// Retried until it leaves soon enough: a busy machine may be late once, a pause is always
    /// late.
    @Test
    void the_first_one_after_a_quiet_time_leaves_at_once() {
        NotificationBatcher<Integer> notifications =
                notifications(10, Duration.ofMillis(500), this::take);

        await().pollInterval(Duration.ofSeconds(1))
                .untilAsserted(
                        () -> {
                            long started = System.nanoTime();
                            notifications.give(List.of(1));
                            published.take();
                            assertThat(System.nanoTime() - started).isLessThan(400_000_000);
                        });
    }

    @Test
    void what_gathers_leaves_together_and_each_once() throws Exception {
        NotificationBatcher<Integer> notifications = notifications(10, PACE, this::takeSlowly);
        notifications.give(List.of(1));
        assertThat(published.take()).containsExactly(1);

        notifications.give(List.of(3, 2));
        notifications.give(List.of(2, 1));
        notifications.give(List.of(3));
        answers.release(2);

        assertThat(published.take()).containsExactly(3, 2, 1);
    }

    @Test
    void what_no_longer_fits_is_dropped() throws Exception {
        NotificationBatcher<Integer> notifications = notifications(3, PACE, this::takeSlowly);
        notifications.give(List.of(1));
        assertThat(published.take()).containsExactly(1);

        notifications.give(List.of(2, 3));
        notifications.give(List.of(2, 4, 5));
        notifications.give(List.of(6));
        answers.release(2);

        assertThat(published.take()).containsExactly(2, 3, 4);
    }

    @Test
    void while_more_come_they_leave_at_a_steady_pace() throws Exception {
        BlockingQueue<Long> times = new LinkedBlockingQueue<>();
        NotificationBatcher<Integer> notifications =
                notifications(10, PACE, _ -> times.add(System.nanoTime()));
        long before = System.nanoTime() - PACE.toNanos();

        for (int i = 0; i < 5; i++) {
            notifications.give(List.of(i));
            long time = times.take();
            assertThat(time - before).isGreaterThanOrEqualTo(PACE.toNanos());
            before = time;
        }
    }

    @Test
    void it_goes_on_after_failures_and_says_so_once(CapturedOutput output) throws Exception {
        NotificationBatcher<Integer> notifications = notifications(10, PACE, this::refuseOdd);

        for (int i : new int[] {1, 3, 5, 2, 4}) {
            notifications.give(List.of(i));
            assertThat(published.take()).containsExactly(i);
        }

        await().untilAsserted(
                        () ->
                                assertThat(output)
                                        .contains("Redis is available again; news continues"));
        assertThat(output).containsOnlyOnce("Redis is unavailable");
        assertThat(output).containsOnlyOnce("Redis is available again");
    }

    /// Only closing lets the publisher continue.
    @Test
    void closing_ends_the_publisher_whatever_redis_does(CapturedOutput output) throws Exception {
        BlockingQueue<Thread> publishers = new LinkedBlockingQueue<>();
        NotificationBatcher<Integer> notifications =
                notifications(
                        10,
                        PACE,
                        some -> {
                            publishers.add(Thread.currentThread());
                            takeSlowly(some);
                        });
        notifications.give(List.of(1));
        Thread publisher = publishers.take();
        notifications.give(List.of(2));

        notifications.close();
        notifications.give(List.of(3));

        publisher.join();
        assertThat(published).containsExactly(List.of(1));
        assertThat(output).doesNotContain("Redis is unavailable");
    }

    private NotificationBatcher<Integer> notifications(
            int max, Duration pace, Consumer<Set<Integer>> publish) {
        NotificationBatcher<Integer> notifications =
                new NotificationBatcher<>("news", max, pace, publish);
        open.add(notifications);
        return notifications;
    }

    private void take(Set<Integer> notifications) {
        published.add(List.copyOf(notifications));
    }

    private void takeSlowly(Set<Integer> notifications) {
        take(notifications);
        try {
            answers.acquire();
        } catch (InterruptedException closing) {
            throw new IllegalStateException("closed", closing);
        }
    }

    private void refuseOdd(Set<Integer> notifications) {
        take(notifications);
        if (notifications.stream().anyMatch(notification -> notification % 2 != 0)) {
            throw new IllegalStateException("away");
        }
    }
}

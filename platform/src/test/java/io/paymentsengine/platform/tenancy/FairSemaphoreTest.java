package io.paymentsengine.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairSemaphoreTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String STD = "STD-001";
    private static final String NED = "NED-001";

    private final FairSemaphore semaphore = new FairSemaphore(2);
    private final List<String> let = Collections.synchronizedList(new ArrayList<>());

    @Test
    void who_is_alone_gets_all() throws InterruptedException {
        assertThat(semaphore.take(STD, Duration.ZERO)).isTrue();
        assertThat(semaphore.take(STD, Duration.ZERO)).isTrue();
        assertThat(semaphore.take(STD, Duration.ZERO)).isFalse();
    }

    @Test
    void who_gave_up_waiting_leaves_no_trace() throws InterruptedException {
        semaphore.take(STD, LONG);
        semaphore.take(STD, LONG);
        assertThat(semaphore.take(NED, Duration.ofMillis(1))).isFalse();

        semaphore.giveBack(STD);

        assertThat(semaphore.take(STD, Duration.ZERO)).isTrue();
        assertThat(semaphore.take(STD, Duration.ZERO)).isFalse();
    }

    @Test
    void the_next_place_is_for_whom_has_fewest_and_not_for_whom_came_first()
            throws InterruptedException {
        semaphore.take(STD, LONG);
        semaphore.take(STD, LONG);
        waits(STD, "the first");
        waits(STD, "the second");
        waits(NED, "the third");

        semaphore.giveBack(STD);
        await().until(() -> let.size() == 1);
        semaphore.giveBack(STD);
        await().until(() -> let.size() == 2);
        semaphore.giveBack(NED);
        await().until(() -> let.size() == 3);

        assertThat(let).containsExactly("the third", "the first", "the second");
    }

    @Test
    void who_is_interrupted_takes_no_place() throws InterruptedException {
        semaphore.take(STD, LONG);
        semaphore.take(STD, LONG);
        Thread stopped = waits(NED, "nobody");

        stopped.interrupt();
        stopped.join();
        semaphore.giveBack(STD);

        assertThat(let).isEmpty();
        assertThat(semaphore.take(STD, Duration.ZERO)).isTrue();
    }

    /// Returns once the thread is waiting.
    private Thread waits(String tenant, String who) {
        Thread waiting =
                Thread.startVirtualThread(
                        () -> {
                            try {
                                if (semaphore.take(tenant, LONG)) {
                                    let.add(who);
                                }
                            } catch (InterruptedException stopped) {
                                Thread.currentThread().interrupt();
                            }
                        });
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
        return waiting;
    }
}

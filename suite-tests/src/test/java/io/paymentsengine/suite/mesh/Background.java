package io.paymentsengine.suite.mesh;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Sends requests at a steady rate while something else happens.
final class Background implements AutoCloseable {

    private static final Duration PACE = Duration.ofMillis(50);
    private static final int AT_ONCE_MAX = 4;

    private final ConcurrentLinkedQueue<Heard> heard = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(AT_ONCE_MAX);

    private Background() {}

    static Background of(Supplier<Heard> request) {
        Background load = new Background();
        for (int each = 0; each < AT_ONCE_MAX; each++) {
            var _ =
                    load.clock.scheduleAtFixedRate(
                            () -> load.heard.add(request.get()),
                            PACE.toMillis() * each,
                            PACE.toMillis() * AT_ONCE_MAX,
                            TimeUnit.MILLISECONDS);
        }
        return load;
    }

    /// Stops, and returns all answers when the last one has come.
    List<Heard> ended() {
        close();
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        clock.close();
    }
}

package io.paymentsengine.platform.redis;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Publishes notifications on a Redis channel. Callers leave notifications here and go on; a separate thread
/// publishes those that have gathered, each of them once. The first notification after a quiet period leaves
/// at once. While more arrive, they leave at a steady pace: published batch by batch, each message would
/// cost as much as one for all of them.
///
/// A notification may get lost. Those that exceed the maximum are dropped, and so are those that Redis does
/// not accept: later they would be of no use.
///
/// @param <N> equal if they say the same
public final class NotificationBatcher<N> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationBatcher.class);

    private final String channel;
    private final int max;
    private final Duration interval;
    private final Consumer<Set<N>> publish;
    private final ScheduledThreadPoolExecutor publisher;

    /// Guards the gathered notifications and the flag that says whether the publisher is busy.
    private final Lock lock = new ReentrantLock();

    private Set<N> gathered = new LinkedHashSet<>();

    /// From the first notification until a pace has passed since the last publication with nothing new.
    private boolean busy;

    /// Whether Redis is unavailable; used by the publisher's thread only.
    private boolean unavailable;

    /// @param channel used in the log and as the name of the publisher's thread
    /// @param max how many notifications may gather; further ones are dropped
    /// @param interval from one publication to the next
    /// @param publish sends all gathered notifications to Redis in one go; may fail
    public NotificationBatcher(
            String channel, int max, Duration interval, Consumer<Set<N>> publish) {
        this.channel = channel;
        this.max = max;
        this.interval = interval;
        this.publish = publish;
        this.publisher =
                new ScheduledThreadPoolExecutor(
                        1,
                        Thread.ofPlatform().name(channel).daemon().factory(),
                        new DiscardPolicy());
    }

    /// Adds notifications. Never waits for Redis, and never fails.
    public void give(Collection<? extends N> notifications) {
        lock.lock();
        try {
            for (N notification : notifications) {
                if (gathered.size() < max) {
                    gathered.add(notification);
                }
            }
            if (!busy && !gathered.isEmpty()) {
                busy = true;
                publisher.execute(this::publishGathered);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Stops the publisher. Notifications that have not left by then are dropped.
    @Override
    public void close() {
        publisher.shutdownNow();
        publisher.close();
    }

    private void publishGathered() {
        Set<N> notifications = take();
        if (!notifications.isEmpty()) {
            try {
                publish(notifications);
            } finally {
                var _ =
                        publisher.schedule(
                                this::publishGathered, interval.toNanos(), TimeUnit.NANOSECONDS);
            }
        }
    }

    private Set<N> take() {
        lock.lock();
        try {
            Set<N> taken = gathered;
            gathered = new LinkedHashSet<>();
            busy = !taken.isEmpty();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /// Logs once that Redis is unavailable, and once that it is back. A failure caused by closing says
    /// nothing about Redis.
    private void publish(Set<N> notifications) {
        try {
            publish.accept(notifications);
            if (unavailable) {
                LOG.info("Redis is available again; {} continues", channel);
            }
            unavailable = false;
        } catch (RuntimeException fault) {
            if (!unavailable && !publisher.isShutdown()) {
                LOG.warn("Redis is unavailable; nobody hears of {}: {}", channel, fault.toString());
                unavailable = true;
            }
        }
    }
}

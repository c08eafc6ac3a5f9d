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

/// Hints for who listens on a channel of Redis: whoever has some leaves them here and goes on, and a
/// thread of its own publishes all that have gathered, each once. The first one after a quiet time leaves at
/// once; while more come, they leave at a steady pace: batch by batch, each message would cost as much as
/// one for all of them.
///
/// A hint may get lost. What no longer fits is dropped, and so is what Redis does not take: later it would
/// be of no use.
///
/// @param <H> equal where they say the same
public final class Hints<H> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Hints.class);

    private final String channel;
    private final int max;
    private final Duration pace;
    private final Consumer<Set<H>> publish;
    private final ScheduledThreadPoolExecutor publisher;

    /// Has to be held for what has gathered, and for whether the publisher is busy.
    private final Lock lock = new ReentrantLock();

    private Set<H> gathered = new LinkedHashSet<>();

    /// From the first hint until nothing more has come since the last ones left, a pace ago.
    private boolean busy;

    /// The publisher's own.
    private boolean away;

    /// @param channel for the log and the publisher's name
    /// @param max hints that may gather; further ones are dropped
    /// @param pace from when some have left until the next ones leave
    /// @param publish what Redis is asked to do, once for all that have gathered; may fail
    public Hints(String channel, int max, Duration pace, Consumer<Set<H>> publish) {
        this.channel = channel;
        this.max = max;
        this.pace = pace;
        this.publish = publish;
        this.publisher =
                new ScheduledThreadPoolExecutor(
                        1,
                        Thread.ofPlatform().name(channel).daemon().factory(),
                        new DiscardPolicy());
    }

    /// Never waits for Redis, and never fails.
    public void give(Collection<? extends H> hints) {
        lock.lock();
        try {
            for (H hint : hints) {
                if (gathered.size() < max) {
                    gathered.add(hint);
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

    /// Ends the publisher. What has not left by then is dropped.
    @Override
    public void close() {
        publisher.shutdownNow();
        publisher.close();
    }

    private void publishGathered() {
        Set<H> hints = take();
        if (!hints.isEmpty()) {
            try {
                publish(hints);
            } finally {
                var _ =
                        publisher.schedule(
                                this::publishGathered, pace.toNanos(), TimeUnit.NANOSECONDS);
            }
        }
    }

    private Set<H> take() {
        lock.lock();
        try {
            Set<H> taken = gathered;
            gathered = new LinkedHashSet<>();
            busy = !taken.isEmpty();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /// That Redis is away is said once, and so is that it is back. What closing interrupts says nothing of
    /// Redis.
    private void publish(Set<H> hints) {
        try {
            publish.accept(hints);
            if (away) {
                LOG.info("Redis is back; {} goes on", channel);
            }
            away = false;
        } catch (RuntimeException fault) {
            if (!away && !publisher.isShutdown()) {
                LOG.warn("Redis is away; nobody hears of {}: {}", channel, fault.toString());
                away = true;
            }
        }
    }
}

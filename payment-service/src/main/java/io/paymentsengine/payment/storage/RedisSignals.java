package io.paymentsengine.payment.storage;

import io.paymentsengine.payment.application.Signals;
import io.paymentsengine.payment.domain.Payment;
import java.util.Collection;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/// Publishes signals from a thread of its own: whatever Redis does, nobody else waits for it. While it
/// is away or slow, signals are dropped.
@Component
final class RedisSignals implements Signals, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedisSignals.class);
    private static final int WAITING_MAX = 100;

    private final StringRedisTemplate redis;
    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final Thread publisher;
    private boolean away;

    RedisSignals(StringRedisTemplate redis) {
        this.redis = redis;
        this.publisher = Thread.ofVirtual().name("signals").start(this::publishAll);
    }

    @Override
    public void ended(Collection<? extends Payment> payments) {
        var _ =
                waiting.offer(
                        payments.stream()
                                .map(payment -> RedisNews.line(payment.tenant(), payment.id()))
                                .collect(Collectors.joining("\n")));
    }

    @Override
    public void close() {
        publisher.interrupt();
    }

    private void publishAll() {
        try {
            while (true) {
                publish(waiting.take());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void publish(String lines) {
        try {
            redis.convertAndSend(RedisNews.ENDED, lines);
            away = false;
        } catch (DataAccessException lost) {
            if (!away) {
                LOG.warn("Redis does not take signals; waiting requests look by themselves", lost);
            }
            away = true;
        }
    }
}

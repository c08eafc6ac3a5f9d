package io.paymentsengine.saga.storage;

import io.paymentsengine.saga.application.Progress;
import io.paymentsengine.saga.domain.SagaKey;
import java.util.Collection;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardOldestPolicy;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/// Announces progress on a Redis channel: one message for a batch, one line `tenant/payment` for each
/// saga. A thread of its own does it, so that whatever Redis does, no saga waits for it; what can't be
/// announced is dropped.
@Component
class RedisProgress implements Progress, AutoCloseable {

    static final String CHANNEL = "payments.progress";

    private static final Logger LOG = LoggerFactory.getLogger(RedisProgress.class);

    /// Batches that may wait while one is announced; older ones would come too late anyway.
    private static final int WAITING_MAX = 100;

    private final StringRedisTemplate redis;
    private final ExecutorService announcer =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(WAITING_MAX),
                    Thread.ofPlatform().name(CHANNEL).daemon().factory(),
                    new DiscardOldestPolicy());
    private volatile boolean away;

    RedisProgress(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public void announce(Collection<SagaKey> sagas) {
        String lines =
                sagas.stream()
                        .map(saga -> saga.tenant() + "/" + saga.payment())
                        .collect(Collectors.joining("\n"));
        announcer.execute(() -> publish(lines));
    }

    @Override
    public void close() {
        announcer.shutdownNow();
    }

    /// That Redis is away is said once, and so is that it is back. A publish that closing interrupts says
    /// nothing of Redis.
    private void publish(String lines) {
        try {
            redis.convertAndSend(CHANNEL, lines);
            if (away) {
                LOG.info("Redis is back; progress is announced again");
            }
            away = false;
        } catch (DataAccessException fault) {
            if (!away && !announcer.isShutdown()) {
                LOG.warn("Redis is away; progress is not announced: {}", fault.toString());
            }
            away = true;
        }
    }
}

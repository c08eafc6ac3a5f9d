package io.paymentsengine.saga.storage;

import io.paymentsengine.contracts.Notifications;
import io.paymentsengine.platform.redis.NotificationBatcher;
import io.paymentsengine.saga.application.ProgressNotifications;
import io.paymentsengine.saga.domain.SagaKey;
import java.time.Duration;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/// Announces progress on a Redis channel: one message for all sagas that have moved since the last one, with
/// one line `tenant/payment` for each.
@Component
class RedisProgressNotifications implements ProgressNotifications, AutoCloseable {

    /// Maximum number of sagas that wait to be announced, and of lines in a message: several full batches.
    private static final int GATHERED_MAX = 2_000;

    /// Too short for a viewer to notice, but long enough for several full batches.
    private static final Duration INTERVAL = Duration.ofMillis(50);

    private final StringRedisTemplate redis;
    private final NotificationBatcher<SagaKey> moved;

    RedisProgressNotifications(StringRedisTemplate redis) {
        this.redis = redis;
        this.moved =
                new NotificationBatcher<>(
                        Notifications.PROGRESS, GATHERED_MAX, INTERVAL, this::publish);
    }

    @Override
    public void announce(Collection<SagaKey> sagas) {
        moved.give(sagas);
    }

    @Override
    public void close() {
        moved.close();
    }

    private void publish(Collection<SagaKey> sagas) {
        redis.convertAndSend(
                Notifications.PROGRESS,
                sagas.stream()
                        .map(saga -> Notifications.line(saga.tenant(), saga.payment()))
                        .collect(Collectors.joining("\n")));
    }
}

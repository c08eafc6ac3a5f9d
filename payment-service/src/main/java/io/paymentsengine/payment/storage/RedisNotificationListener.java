package io.paymentsengine.payment.storage;

import io.paymentsengine.contracts.Notifications;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.payment.application.Watch;
import io.paymentsengine.payment.application.Watches;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.Message;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Receives notifications about payments from Redis and passes them to the requests that wait for them. A
/// message consists of lines of the form `tenant/paymentId`; other lines are ignored. Messages are not parsed
/// while no request waits for them, because most concern nobody here.
///
/// With Spring's listener container, the service would start only if Redis is available. This class subscribes
/// as soon as Redis is. From then on, Lettuce restores the connection and the subscription, and the connection
/// factory closes this connection together with all others.
@Component
class RedisNotificationListener implements MessageListener {

    private static final Logger LOG = LoggerFactory.getLogger(RedisNotificationListener.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Watches watches;
    private final RedisConnectionFactory connections;
    private final TaskScheduler scheduler;

    RedisNotificationListener(
            Watches watches, RedisConnectionFactory connections, TaskScheduler taskScheduler) {
        this.watches = watches;
        this.connections = connections;
        this.scheduler = taskScheduler;
    }

    /// Runs once after the service has started, and again only if Redis was not available.
    @Scheduled(initialDelay = 0)
    void subscribeOnce() {
        try {
            subscribe(connections.getConnection());
        } catch (RuntimeException away) {
            LOG.debug("Redis is not there yet", away);
            var _ = scheduler.schedule(this::subscribeOnce, Instant.now().plus(LOOK_AGAIN));
        }
    }

    @Override
    public void onMessage(Message message, byte @Nullable [] pattern) {
        if (Notifications.ENDED.equals(text(message.getChannel()))) {
            if (watches.isWanted(Watch.Interest.END)) {
                watches.endedElsewhere(payments(message));
            }
        } else if (watches.isWanted(Watch.Interest.PROGRESS)) {
            watches.progressed(payments(message));
        }
    }

    private static List<PaymentId> payments(Message message) {
        return text(message.getBody())
                .lines()
                .map(Notifications::paymentOf)
                .flatMap(Optional::stream)
                .toList();
    }

    private void subscribe(RedisConnection connection) {
        try {
            connection.subscribe(this, bytes(Notifications.ENDED), bytes(Notifications.PROGRESS));
        } catch (RuntimeException away) {
            connection.close();
            throw away;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

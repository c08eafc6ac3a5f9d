package io.paymentsengine.payment.storage;

import io.paymentsengine.contracts.Notifications;
import io.paymentsengine.payment.application.PaymentKey;
import io.paymentsengine.payment.application.PaymentNotifications;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.platform.redis.NotificationBatcher;
import java.time.Duration;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/// Sends notifications through Redis: one message for all payments that have ended since the last one. While
/// Redis is unavailable, waiting requests read their payments by themselves.
@Component
final class RedisPaymentNotifications implements PaymentNotifications, AutoCloseable {

    /// Maximum number of ended payments that wait to be published, and of lines in a message: several full
    /// batches.
    private static final int GATHERED_MAX = 2_000;

    /// Shorter than for timelines, because clients wait for exactly this.
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private final StringRedisTemplate redis;
    private final NotificationBatcher<PaymentKey> ended;

    RedisPaymentNotifications(StringRedisTemplate redis) {
        this.redis = redis;
        this.ended =
                new NotificationBatcher<>(
                        Notifications.ENDED, GATHERED_MAX, INTERVAL, this::publish);
    }

    @Override
    public void ended(Collection<? extends Payment> payments) {
        ended.give(
                payments.stream()
                        .map(payment -> new PaymentKey(payment.tenant(), payment.id()))
                        .toList());
    }

    @Override
    public void close() {
        ended.close();
    }

    private void publish(Collection<PaymentKey> payments) {
        redis.convertAndSend(
                Notifications.ENDED,
                payments.stream()
                        .map(payment -> Notifications.line(payment.tenant(), payment.id()))
                        .collect(Collectors.joining("\n")));
    }
}

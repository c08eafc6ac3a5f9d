package io.paymentsengine.payment.storage;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.application.Watches;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.Message;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Hears from Redis which payments there are news of, and tells those who watch them. A message is
/// lines of `tenant/paymentId`; what is not such a line is no news.
///
/// Spring's listener container would let the service start only where Redis is there. This one
/// subscribes as soon as Redis is; from then on Lettuce renews connection and subscription by itself, and the
/// factory of connections closes this one with all others.
@Component
class RedisNews implements MessageListener {

    /// Payments have ended: from the replicas of this service.
    static final String ENDED = "payments.ended";

    /// Sagas have moved: from saga-orchestrator.
    static final String PROGRESS = "payments.progress";

    private static final Logger LOG = LoggerFactory.getLogger(RedisNews.class);
    private static final char SEPARATOR = '/';

    private final Watches watches;
    private final RedisConnectionFactory connections;
    private @Nullable RedisConnection subscribed;

    RedisNews(Watches watches, RedisConnectionFactory connections) {
        this.watches = watches;
        this.connections = connections;
    }

    static String line(TenantId tenant, PaymentId payment) {
        return tenant.value() + SEPARATOR + payment;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    synchronized void subscribeOnce() {
        if (subscribed == null) {
            try {
                subscribed = subscribe(connections.getConnection());
            } catch (DataAccessException away) {
                LOG.debug("Redis is not there yet", away);
            }
        }
    }

    @Override
    public void onMessage(Message message, byte @Nullable [] pattern) {
        List<PaymentId> payments =
                text(message.getBody())
                        .lines()
                        .map(RedisNews::paymentOf)
                        .flatMap(Optional::stream)
                        .toList();
        if (ENDED.equals(text(message.getChannel()))) {
            watches.endedElsewhere(payments);
        } else {
            watches.progressed(payments);
        }
    }

    private RedisConnection subscribe(RedisConnection connection) {
        try {
            connection.subscribe(this, bytes(ENDED), bytes(PROGRESS));
            return connection;
        } catch (DataAccessException away) {
            connection.close();
            throw away;
        }
    }

    private static Optional<PaymentId> paymentOf(String line) {
        try {
            return Optional.of(PaymentId.of(line.substring(line.indexOf(SEPARATOR) + 1)));
        } catch (IllegalArgumentException noLine) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

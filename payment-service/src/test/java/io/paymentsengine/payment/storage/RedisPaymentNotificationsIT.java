package io.paymentsengine.payment.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.contracts.Notifications;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.payment.testing.RunningPaymentService;
import io.paymentsengine.payment.testing.Samples;
import io.paymentsengine.payment.testing.Wire;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

class RedisPaymentNotificationsIT extends RunningPaymentService {

    @Autowired private RedisConnectionFactory redis;

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @SuppressWarnings("NullAway.Init") // Spring injects
    RedisPaymentNotificationsIT() {}

    @Test
    void other_replicas_hear_of_ends() {
        String one = requested(std);
        String other = requested(std);
        try (RedisConnection replica = redis.getConnection();
                Wire wire = new Wire(stores.bootstrapServers())) {
            replica.subscribe(
                    (message, _) ->
                            new String(message.getBody(), StandardCharsets.UTF_8)
                                    .lines()
                                    .forEach(lines::add),
                    Notifications.ENDED.getBytes(StandardCharsets.UTF_8));

            wire.completed(Samples.STD, one);
            wire.completed(Samples.STD, other);

            await().untilAsserted(() -> assertThat(lines).contains(line(one), line(other)));
        }
    }

    private static String line(String payment) {
        return Notifications.line(Samples.STD, PaymentId.of(payment));
    }
}

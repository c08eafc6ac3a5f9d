package io.paymentsengine.saga;

import static io.paymentsengine.saga.Payments.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.contracts.ValidationCommand.ValidatePayment;
import io.paymentsengine.localstack.testing.Stores;
import io.paymentsengine.localstack.testing.WithStores;
import io.paymentsengine.saga.domain.SagaKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/// Progress is announced while Redis is available, and sagas go on while it isn't.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "management.server.port=0")
@WithStores(database = "sagas", redis = true, isolated = true)
@ExtendWith(OutputCaptureExtension.class)
class ProgressNotificationsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired RedisConnectionFactory redis;

    private final Stores stores;
    private final Wire wire;
    private final Queue<String> announced = new ConcurrentLinkedQueue<>();

    ProgressNotificationsIT(@Autowired Stores stores) {
        this.stores = stores;
        this.wire = new Wire(stores);
    }

    @AfterEach
    void hang_up() {
        wire.close();
    }

    @Test
    void sagas_go_on_without_redis_and_announce_their_progress_when_it_is_back(
            CapturedOutput output) {
        startPaymentAndAwaitAnnouncement();
        int before = output.getAll().length();

        stores.redis().kill();
        startPayment();
        await().atMost(PATIENCE)
                .until(() -> output.getAll().substring(before).contains("Redis is unavailable"));
        startPayment();

        stores.redis().start();
        startPaymentAndAwaitAnnouncement();
        assertThat(output.getAll().substring(before)).containsOnlyOnce("Redis is unavailable");
    }

    private void startPaymentAndAwaitAnnouncement() {
        try (RedisConnection subscription = redis.getConnection()) {
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(
                            () -> {
                                subscription.subscribe(
                                        (message, _) ->
                                                announced.add(
                                                        new String(
                                                                message.getBody(),
                                                                StandardCharsets.UTF_8)),
                                        "payments.progress".getBytes(StandardCharsets.UTF_8));
                                return subscription.isSubscribed();
                            });
            await().atMost(PATIENCE).until(() -> announced.contains(startPayment()));
        }
    }

    /// Starts a payment and returns the line that announces it.
    private String startPayment() {
        SagaKey key = Payments.next();
        wire.send(key, start(key));
        wire.await(ValidatePayment.class, key.payment());
        return key.tenant() + "/" + key.payment();
    }
}

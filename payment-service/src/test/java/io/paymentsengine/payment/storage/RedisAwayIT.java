package io.paymentsengine.payment.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.contracts.Notifications;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.localstack.testing.Stores;
import io.paymentsengine.localstack.testing.WithStores;
import io.paymentsengine.payment.application.PaymentKey;
import io.paymentsengine.payment.application.Watch;
import io.paymentsengine.payment.application.Watches;
import io.paymentsengine.payment.testing.Api;
import io.paymentsengine.payment.testing.Api.Answer;
import io.paymentsengine.payment.testing.RunningPaymentService;
import io.paymentsengine.payment.testing.Samples;
import io.paymentsengine.payment.testing.Wire;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Redis carries only notifications: the service starts without it, and payments end without it.
@WithStores(database = "payments")
@DirtiesContext
class RedisAwayIT extends RunningPaymentService {

    private static final Stores AWAY = Stores.isolated();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired private Watches watches;
    @Autowired private StringRedisTemplate redis;

    @SuppressWarnings("NullAway.Init") // Spring injects
    RedisAwayIT() {}

    @DynamicPropertySource
    static void redisThatIsAway(DynamicPropertyRegistry registry) {
        AWAY.redis().stop();
        registry.add("spring.data.redis.host", () -> AWAY.redis().host());
        registry.add("spring.data.redis.port", () -> AWAY.redis().port());
    }

    @AfterAll
    static void redisHasServed() {
        AWAY.close();
    }

    @Test
    void news_come_as_soon_as_it_is_there_and_again_after_a_crash_or_a_hang() {
        assertPaymentsEnd();

        AWAY.redis().start();
        awaitNews();

        AWAY.redis().kill();
        assertPaymentsEnd();

        AWAY.redis().start();
        awaitNews();

        AWAY.redis().pause();
        assertPaymentsEnd();
        assertATimelineIsFollowedToTheEnd();

        AWAY.redis().resume();
        awaitNews();
    }

    private void assertATimelineIsFollowedToTheEnd() {
        String payment = requested(std);
        try (Stream<String> lines =
                        std.lines(
                                Api.PAYMENTS + "/" + payment + "/timeline",
                                "Accept",
                                "text/event-stream");
                Wire wire = new Wire(stores.bootstrapServers())) {
            wire.completed(Samples.STD, payment);
            assertThat(CompletableFuture.supplyAsync(() -> hasCompleted(lines)))
                    .succeedsWithin(PATIENCE)
                    .isEqualTo(true);
        }
    }

    private static boolean hasCompleted(Stream<String> timeline) {
        return timeline.anyMatch(line -> line.contains("\"status\":\"COMPLETED\""));
    }

    private void assertPaymentsEnd() {
        String payment = requested(std);
        try (Wire wire = new Wire(stores.bootstrapServers())) {
            wire.completed(Samples.STD, payment);
        }
        await().untilAsserted(
                        () -> {
                            Answer answer = std.get(Api.PAYMENTS + "/" + payment);
                            assertThat(answer.text("status")).isEqualTo("COMPLETED");
                        });
    }

    private void awaitNews() {
        PaymentId payment = Samples.payment().id();
        await().until(() -> publishedNewsCome(payment));
    }

    private boolean publishedNewsCome(PaymentId payment) {
        try (Watch watch = watches.watchEnd(new PaymentKey(Samples.STD, payment)).orElseThrow()) {
            redis.convertAndSend(Notifications.ENDED, Notifications.line(Samples.STD, payment));
            long started = System.nanoTime();
            watch.await(Duration.ofSeconds(2));
            return System.nanoTime() - started < Duration.ofSeconds(2).toNanos();
        } catch (DataAccessException away) {
            return false;
        }
    }
}

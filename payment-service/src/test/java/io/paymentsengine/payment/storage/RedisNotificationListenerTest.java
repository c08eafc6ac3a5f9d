package io.paymentsengine.payment.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.Notifications;
import io.paymentsengine.payment.application.PaymentKey;
import io.paymentsengine.payment.application.Watch;
import io.paymentsengine.payment.application.Watches;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.payment.testing.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.data.redis.connection.DefaultMessage;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

@Timeout(10)
class RedisNotificationListenerTest {

    private static final Duration LONG = Duration.ofSeconds(5);

    private final Payment payment = Samples.payment();
    private final Watches watches = new Watches(1, 1);
    private final RedisNotificationListener listener =
            new RedisNotificationListener(
                    watches, new LettuceConnectionFactory(), new SimpleAsyncTaskScheduler());

    @Test
    void lines_that_are_none_do_not_hide_those_that_are() {
        try (Watch watch =
                watches.watchEnd(new PaymentKey(payment.tenant(), payment.id())).orElseThrow()) {
            hear(
                    Notifications.ENDED,
                    "\n/\nSTD-001/none\n\u0000\n"
                            + Notifications.line(payment.tenant(), payment.id())
                            + "\nend");

            assertThat(isWoken(watch, LONG)).isTrue();
        }
    }

    @Test
    void progress_is_no_end() {
        String line = Notifications.line(payment.tenant(), payment.id());
        try (Watch end =
                        watches.watchEnd(new PaymentKey(payment.tenant(), payment.id()))
                                .orElseThrow();
                Watch progress =
                        watches.watchProgress(new PaymentKey(payment.tenant(), payment.id()))
                                .orElseThrow()) {
            hear(Notifications.PROGRESS, line);

            assertThat(isWoken(end, Duration.ofMillis(50))).isFalse();
            assertThat(isWoken(progress, LONG)).isTrue();
        }
    }

    @Test
    void what_nobody_waits_for_is_not_read() {
        assertThat(isRead(Notifications.ENDED)).isFalse();

        try (Watch _ =
                watches.watchEnd(new PaymentKey(payment.tenant(), payment.id())).orElseThrow()) {
            assertThat(isRead(Notifications.ENDED)).isTrue();
            assertThat(isRead(Notifications.PROGRESS)).isFalse();
        }
    }

    private boolean isRead(String channel) {
        AtomicBoolean read = new AtomicBoolean();
        listener.onMessage(
                new DefaultMessage(channel.getBytes(StandardCharsets.UTF_8), new byte[0]) {
                    @Override
                    public byte[] getBody() {
                        read.set(true);
                        return super.getBody();
                    }
                },
                null);
        return read.get();
    }

    private void hear(String channel, String text) {
        listener.onMessage(
                new DefaultMessage(
                        channel.getBytes(StandardCharsets.UTF_8),
                        text.getBytes(StandardCharsets.UTF_8)),
                null);
    }

    private static boolean isWoken(Watch watch, Duration patience) {
        long started = System.nanoTime();
        watch.await(patience);
        return System.nanoTime() - started < patience.toNanos();
    }
}

package io.paymentsengine.platform.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.scheduling.annotation.Scheduled;

class SchedulingAutoConfigurationTest {

    private final ApplicationContextRunner service =
            new ApplicationContextRunner()
                    .withConfiguration(
                            AutoConfigurations.of(
                                    SchedulingAutoConfiguration.class,
                                    TaskSchedulingAutoConfiguration.class))
                    .withPropertyValues("spring.threads.virtual.enabled=true")
                    .withBean(Waiting.class)
                    .withBean(Counting.class);

    @Test
    void a_task_that_waits_holds_up_no_other() {
        service.run(
                context -> {
                    Waiting waiting = context.getBean(Waiting.class);
                    waiting.began.await();
                    int before = context.getBean(Counting.class).times.get();

                    await().until(() -> context.getBean(Counting.class).times.get() > before + 2);
                    assertThat(waiting.mayEnd.getCount()).isEqualTo(1);

                    waiting.mayEnd.countDown();
                });
    }

    @Test
    void tasks_are_virtual_threads() {
        service.run(
                context -> {
                    Waiting waiting = context.getBean(Waiting.class);
                    waiting.began.await();

                    assertThat(waiting.onVirtualThread).isTrue();
                    waiting.mayEnd.countDown();
                });
    }

    static final class Waiting {

        private final CountDownLatch began = new CountDownLatch(1);
        private final CountDownLatch mayEnd = new CountDownLatch(1);
        private volatile boolean onVirtualThread;

        @Scheduled(fixedDelay = 1)
        void waitForIt() throws InterruptedException {
            onVirtualThread = Thread.currentThread().isVirtual();
            began.countDown();
            mayEnd.await();
        }
    }

    static final class Counting {

        private final AtomicInteger times = new AtomicInteger();

        @Scheduled(fixedDelay = 1)
        void count() {
            times.incrementAndGet();
        }
    }
}

package io.paymentsengine.platform.scheduling;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/// Whatever a service does by the clock has room of its own: what waits for a broker or a store that is
/// away holds up nothing else.
///
/// With virtual threads Spring Boot schedules by a `SimpleAsyncTaskScheduler`, which runs all tasks of a
/// fixed delay one after the other, on a single thread. A fixed delay is what a task wants that must not
/// overtake itself, so the scheduler is another one.
@AutoConfiguration(before = TaskSchedulingAutoConfiguration.class)
@EnableScheduling
public class SchedulingAutoConfiguration {

    /// More than a service has tasks; a thread that is not needed is not made.
    private static final int AT_ONCE_MAX = 16;

    @Bean
    ThreadPoolTaskScheduler taskScheduler(ThreadPoolTaskSchedulerBuilder builder) {
        ThreadPoolTaskScheduler scheduler = builder.poolSize(AT_ONCE_MAX).build();
        scheduler.setVirtualThreads(true);
        return scheduler;
    }
}

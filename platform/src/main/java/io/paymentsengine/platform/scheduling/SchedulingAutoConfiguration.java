package io.paymentsengine.platform.scheduling;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/// Lets scheduled tasks run independently of each other: a task that waits for an unavailable broker or
/// store delays no other task.
///
/// With virtual threads enabled, Spring Boot uses a `SimpleAsyncTaskScheduler`, which runs all tasks
/// with a fixed delay one after another on a single thread. A task that must not overlap with itself
/// needs a fixed delay, so a different scheduler is used here.
@AutoConfiguration(before = TaskSchedulingAutoConfiguration.class)
@EnableScheduling
public class SchedulingAutoConfiguration {

    /// More than any service has tasks. Threads are created only when they are needed.
    private static final int AT_ONCE_MAX = 16;

    @Bean
    ThreadPoolTaskScheduler taskScheduler(ThreadPoolTaskSchedulerBuilder builder) {
        ThreadPoolTaskScheduler scheduler = builder.poolSize(AT_ONCE_MAX).build();
        scheduler.setVirtualThreads(true);
        return scheduler;
    }
}

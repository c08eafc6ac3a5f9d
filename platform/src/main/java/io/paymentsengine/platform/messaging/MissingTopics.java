package io.paymentsengine.platform.messaging;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.Scheduled;

/// Creates topics that are missing. A service starts even if the broker is not available yet; without further
/// attempts, no payment would end before the next start. A broker that was set up again has no topics, so the
/// check is repeated from time to time. Existing topics stay as they are: more partitions would split messages
/// of one key under traffic.
final class MissingTopics implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(MissingTopics.class);

    private final KafkaAdmin admin;
    private final Duration rest;

    /// When to check again, by [System#nanoTime].
    private volatile long next = System.nanoTime();

    /// @param rest from a successful check to the next one
    MissingTopics(KafkaAdmin admin, Duration rest) {
        this.admin = admin;
        this.rest = rest;
    }

    @Override
    public void afterSingletonsInstantiated() {
        make();
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    void make() {
        if (System.nanoTime() - next < 0) {
            return;
        }
        try {
            Set<String> there = topics();
            admin.setCreateOrModifyTopic(topic -> !there.contains(topic.name()));
            if (admin.initialize()) {
                next = System.nanoTime() + rest.toNanos();
            }
        } catch (IllegalStateException brokerAway) {
            LOG.warn("Topics can't be made yet: {}", String.valueOf(brokerAway.getCause()));
        }
    }

    private Set<String> topics() {
        Admin client = Admin.create(admin.getConfigurationProperties());
        try {
            return client.listTopics().names().get(admin.getOperationTimeout(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException away) {
            throw new IllegalStateException("topics can't be listed", away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("topics were not listed", stopping);
        } finally {
            client.close(Duration.ZERO);
        }
    }
}

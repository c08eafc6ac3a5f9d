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

/// Makes the topics that are missing. A start goes on where the broker is not there yet; did nobody try again,
/// no payment would end before the next one. And a broker that has been made anew has none: so somebody looks
/// now and then. Topics that are there stay as they are: more partitions would part messages of one key under
/// traffic.
final class MissingTopics implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(MissingTopics.class);

    private final KafkaAdmin admin;
    private final Duration rest;

    /// When to look again, by [System#nanoTime].
    private volatile long next = System.nanoTime();

    /// @param rest from a success to the next look
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

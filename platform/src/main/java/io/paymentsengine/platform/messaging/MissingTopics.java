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

/// Makes the topics that are missing, until that has succeeded once. A start goes on where the broker is
/// not there yet; did nobody try again, no payment would end before the next one. Topics that are there stay
/// as they are: more partitions would part messages of one key under traffic.
final class MissingTopics implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(MissingTopics.class);

    private final KafkaAdmin admin;
    private volatile boolean made;

    MissingTopics(KafkaAdmin admin) {
        this.admin = admin;
    }

    @Override
    public void afterSingletonsInstantiated() {
        make();
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    void make() {
        if (made) {
            return;
        }
        try {
            Set<String> there = topics();
            admin.setCreateOrModifyTopic(topic -> !there.contains(topic.name()));
            made = admin.initialize();
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
